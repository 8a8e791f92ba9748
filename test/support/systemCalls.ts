import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appPath } from './kioskApp';

/** One finished system call of one thread. */
export interface SystemCall {
  name: string;
  /** What the file descriptor stands for: a path, `socket:[4711]`, `anon_inode:[eventfd]`. */
  target: string;
  /** Arguments and result as strace writes them. */
  text: string;
  /** Seconds since the epoch. */
  began: number;
  ended: number;
}

/** The calls by which a program writes, to a file or to another process. */
const writing = ['fsync', 'fdatasync', 'pwrite64', 'write', 'writev', 'sendmsg', 'sendto'];

/**
 * A script that runs the program under strace from its first moment: that needs no right to attach to a running one, which many
 * systems keep from ordinary users. Each thread has a file of its own, so no call is torn in two.
 */
export function tracingWrapper(): { wrapper: string; threads(): SystemCall[][]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-trace-'));
  const wrapper = join(folder, 'traced.sh');
  const options = `-f -ff --seccomp-bpf -y -s 200 -ttt -T -e trace=${writing.join(',')} -o '${folder}/thread'`;
  writeFileSync(wrapper, `#!/bin/sh\nexec strace ${options} '${appPath().executable}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  return {
    wrapper,
    threads: () =>
      readdirSync(folder)
        .filter((name) => name.startsWith('thread.'))
        .map((name) => readCalls(readFileSync(join(folder, name), 'utf8'))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readCalls(trace: string): SystemCall[] {
  return trace.split('\n').flatMap((line) => {
    const found = /^(\d+\.\d+) (\w+)\(\d+<(.+?)>[,)](.*) <(\d+\.\d+)>$/.exec(line);
    if (found === null) return [];
    const [, at = '', name = '', target = '', text = '', duration = ''] = found;
    return [{ name, target, text, began: Number(at), ended: Number(at) + Number(duration) }];
  });
}
