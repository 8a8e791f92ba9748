#!/bin/sh
# Starts the built, unpackaged application on Linux. Stands beside the runnable Electron; `npm start`, `import`, the tests
# and `app-path` all start it. With a display it ends in `exec`: this process becomes Electron, process id included.
#
# As root it runs Electron as the owner of the data folder instead: Chromium's sandbox does not work for root, and the
# kiosk never goes without it. A missing or empty folder, or one of root's, is given to the product user.
set -u
# A crash must leave no picture of memory behind: it would hold the keys and what a patient typed.
ulimit -c 0

here=$(dirname "$(readlink -f "$0")")
electron=$here/electron/electron
product_user=reception-kiosk

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

absolute() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}

as_user() {
  setpriv --reuid="$user_id" --regid="$group_id" $groups -- "$@"
}

# ---- Whose folder is it? (root only) --------------------------------------------------------------------------------

choose_user() { # $1: user id or name
  entry=$(getent passwd "$1") || entry=
  user_id=$1
  if [ -n "$entry" ]; then
    user_name=$(printf '%s' "$entry" | cut -d: -f1)
    user_id=$(printf '%s' "$entry" | cut -d: -f3)
    group_id=$(printf '%s' "$entry" | cut -d: -f4)
    home=$(printf '%s' "$entry" | cut -d: -f6)
    groups=--init-groups
  else
    # An owner without an account, as on a disk of another machine.
    user_name=$1
    group_id=$(stat -c %g -- "$data")
    home=$data
    groups=--clear-groups
  fi
}

# Giving away a folder of root's with all that is in it must never happen to the system's own by a slip of the keyboard.
check_is_ours_to_give() {
  case $data in
    / | /bin | /bin/* | /boot | /boot/* | /dev | /dev/* | /etc | /etc/* | /lib* | /proc | /proc/* | /run | /sbin | /sbin/* | /sys | /sys/* | /usr | /usr/* | /home | /media | /mnt | /opt | /root | /srv | /tmp | /var | /var/backups | /var/cache | /var/lib | /var/log | /var/mail | /var/spool | /var/tmp)
      fail "$data is a folder of the system: choose a folder of its own for --data-dir."
      ;;
  esac
  if [ -e "$data/.git" ] || [ -e "$data/package.json" ] || [ -e "$data/.bashrc" ]; then
    fail "$data already holds something else: choose a folder of its own for --data-dir."
  fi
}

# A caller's temporary folder is often closed to others (mode 700). Passing through it reveals no name in it, so below the
# system's temporary folder the right to pass is given; anywhere else that is for the machine's keeper to decide.
open_way() { # $1: folder
  [ "$1" = / ] && return
  open_way "$(dirname "$1")"
  as_user test -x "$1" && return
  case $1 in
    /tmp/* | /var/tmp/* | "$(readlink -f "${TMPDIR:-/tmp}")"/*) [ "$(stat -c %u -- "$1")" = 0 ] && chmod o+x -- "$1" && return ;;
  esac
  fail "The user $user_name cannot reach $data because $1 is closed to it: use another --data-dir, or run \"chmod o+x $1\"."
}

find_owner() {
  choose_user "$product_user"
  [ -z "$data" ] && return
  data=$(readlink -m -- "$(absolute "$data")")
  # Whatever stands in the way here (a file, a full or read-only disk) the program itself explains on its screen.
  [ -e "$data" ] || mkdir -p -m 700 -- "$data" 2>/dev/null || return 0
  [ -d "$data" ] || return 0
  if [ "$(stat -c %u -- "$data")" != 0 ]; then
    choose_user "$(stat -c %u -- "$data")"
  else
    check_is_ours_to_give
    chown -R -h -P "$user_id:$group_id" -- "$data" 2>/dev/null
  fi
  open_way "$(dirname "$data")"
}

# ---- Day lists and settings that the user cannot read are copied to where it can (root only) ------------------------

still_being_written() {
  fail "$1 is still being written: try again when it is complete."
}

spool_file() { # $1: file; sets $given to what the program is given instead
  given=$(absolute "$1")
  [ -f "$given" ] && ! as_user test -r "$given" || return 0
  if [ -z "$spool" ]; then
    spool=$(mktemp -d /tmp/reception-kiosk-lists.XXXXXX) || fail "No temporary folder could be made in /tmp: free some disk space and try again."
  fi
  spooled=$((spooled + 1))
  mkdir -- "$spool/$spooled"
  copy=$spool/$spooled/$(basename "$given")
  before=$(stat -L -c '%s %y' -- "$given")
  # A file changed this very moment may be half of one: look again a little later.
  [ $(($(date +%s) - $(stat -L -c %Y -- "$given"))) -gt 1 ] || sleep 1
  [ "$(stat -L -c '%s %y' -- "$given")" = "$before" ] || still_being_written "$given"
  cp -L --preserve=timestamps -- "$given" "$copy" 2>/dev/null || fail "$given could not be copied to /tmp: free some disk space and try again."
  [ "$(stat -L -c '%s %y' -- "$given")" = "$before" ] || still_being_written "$given"
  given=$copy
}

# This process becomes Electron, so somebody else has to remove the copies when it has ended.
remove_spool_later() {
  [ -z "$spool" ] && return
  chown -R "$user_id:$group_id" "$spool"
  process=$$
  spool=$spool process=$process setsid sh -c '
    trap "" INT TERM HUP
    while kill -0 "$process" 2>/dev/null; do sleep 1; done
    rm -rf -- "$spool"
  ' </dev/null >/dev/null 2>&1 3>&- 4>&- &
}

# ---- Reading the arguments: $1 the number of them, then they themselves ---------------------------------------------

data=
command=
spool=
spooled=0
expected=
for argument in "$@"; do
  if [ "$expected" = --data-dir ]; then data=$argument; fi
  expected=
  case $argument in
    --data-dir=*) data=${argument#--data-dir=} ;;
    --data-dir) expected=--data-dir ;;
  esac
done

runs_as_root=
[ "$(id -u)" = 0 ] && runs_as_root=yes
if [ -n "$runs_as_root" ]; then
  getent passwd "$product_user" >/dev/null || fail "The system user $product_user is missing: run \"npm start\" once as root, which makes it."
  find_owner
fi
[ -n "$spool" ] || trap '[ -z "$spool" ] || rm -rf -- "$spool"' EXIT

expected=
left=$#
while [ "$left" -gt 0 ]; do
  left=$((left - 1))
  argument=$1
  shift
  given=$argument
  if [ -n "$expected" ]; then
    if [ -n "$runs_as_root" ]; then
      case $expected in
        --data-dir) given=$data ;;
        --list | --settings) spool_file "$argument" ;;
      esac
    fi
    expected=
  else
    case $argument in
      # Playwright adds it on Linux. The product never goes without the sandbox.
      --no-sandbox) continue ;;
      --data-dir | --list | --settings | --now | --idle-seconds | --practice | --site) expected=$argument ;;
      --data-dir=*) [ -z "$runs_as_root" ] || given=--data-dir=$data ;;
      --list=* | --settings=*)
        if [ -n "$runs_as_root" ]; then
          spool_file "${argument#*=}"
          given=${argument%%=*}=$given
        fi
        ;;
      -*) ;;
      *)
        if [ -z "$command" ]; then
          command=$argument
        elif [ -n "$runs_as_root" ]; then
          # Only what is a file: the other words of "control" are names and times.
          case $command in
            import | control-settings) spool_file "$argument" ;;
          esac
        fi
        case $command,$argument in
          control,settings) command=control-settings ;;
          control,control) ;;
          control,*) command=control-other ;;
        esac
        ;;
    esac
  fi
  set -- "$@" "$given"
done

# ---- Becoming the user ----------------------------------------------------------------------------------------------

let_into_display() {
  authority=${XAUTHORITY:-${HOME:-/root}/.Xauthority}
  [ -n "${DISPLAY:-}" ] && [ -f "$authority" ] || return 0
  as_user test -r "$authority" && return
  [ -n "$spool" ] || spool=$(mktemp -d /tmp/reception-kiosk-lists.XXXXXX)
  cp -- "$authority" "$spool/Xauthority" && export XAUTHORITY="$spool/Xauthority"
}

with_parent=
[ -z "${RECEPTION_KIOSK_DIE_WITH_PARENT:-}" ] || with_parent='--pdeathsig TERM'
unset RECEPTION_KIOSK_DIE_WITH_PARENT
become=
if [ -n "$runs_as_root" ]; then
  let_into_display
  remove_spool_later
  become="--reuid=$user_id --regid=$group_id $groups"
  # Another user's session is closed to this one.
  unset XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CONFIG_DIRS XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_SESSION_ID DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
  export HOME="$home" USER="$user_name" LOGNAME="$user_name"
  as_user test -w "${TMPDIR:-/tmp}" || unset TMPDIR
  cd "$home" 2>/dev/null || cd /
fi
trap - EXIT

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  [ -n "$become$with_parent" ] || exec "$electron" "$@"
  exec setpriv $become $with_parent -- "$electron" "$@"
fi

# ---- No display: a virtual one for as long as the program runs ------------------------------------------------------

command -v Xvfb >/dev/null || fail 'There is no display and Xvfb is not installed: install the package xvfb or set DISPLAY.'
ready=$(mktemp -d) && mkfifo "$ready/number" || fail 'No temporary folder could be made: free some disk space and try again.'
# Both end with this process, however it ends.
setpriv $become --pdeathsig TERM -- Xvfb -displayfd 8 -screen 0 "${RECEPTION_KIOSK_SCREEN:-1920x1920}x24" -nolisten tcp -noreset </dev/null >/dev/null 2>&1 8>"$ready/number" &
display_process=$!
read -r number <"$ready/number" || number=
rm -rf -- "$ready"
[ -n "$number" ] || fail 'There is no display and the virtual one (Xvfb) did not start: set DISPLAY to one that works.'
printf 'There is no display: drawing on a virtual one (:%s).\n' "$number" >&2
# A shell gives what it starts in the background no standard input unless it is passed on by another number.
exec 9<&0
DISPLAY=":$number" setpriv $become --pdeathsig KILL -- "$electron" "$@" <&9 9<&- &
program=$!
exec 9<&-
trap 'kill -TERM "$program" 2>/dev/null' TERM INT HUP
while :; do
  wait "$program"
  code=$?
  kill -0 "$program" 2>/dev/null || break
done
kill "$display_process" 2>/dev/null
exit "$code"
