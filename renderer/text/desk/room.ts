/** Words of the one-room page. What a patient's flags and refusals are called stands with the arrivals. */
export const roomWords = {
  title: 'Room',
  whose: 'Whose patients',
  choose: 'Choose a clinician',
  chooseFirst: 'Choose whose patients you want to see and call.',
  noClinician:
    'Your account does not say which clinician you are. Ask your practice manager to add your name as the list spells it.',
  starting: 'Asking the kiosk machine who is waiting',
  lost: 'The kiosk machine does not answer. What you see may be out of date; it tries again by itself.',
  callingTo: (room: string) => `Calls go to ${room}`,
  noRoom: 'No room is set for this clinician: calls name none.',
  otherRoom: 'Call to another room for now',
  modes: {
    here: null,
    clinicalSystem: 'This practice calls from the clinical system. You can see here who is waiting, and call there.',
    staffFetch: 'In this practice staff fetch patients. Nobody is called on the boards.',
  },
  next: { call: 'Call next', fetch: 'Fetch next' },
  nextWho: (start: string, name: string) => `${start} ${name}`,
  key: 'N',
  keyHelp: 'The key N calls the next patient',
  isCalled: (name: string) => `${name} is called.`,
  isFetched: (name: string) => `Somebody goes to fetch ${name}.`,
  calledTitle: 'Called',
  nobodyCalled: 'Nobody is called at the moment.',
  waitingTitle: (count: number) => (count === 0 ? 'Waiting' : `Waiting: ${String(count)}`),
  nobodyWaits: 'Nobody is waiting',
  toCome: (count: number) =>
    count === 0 ? 'Nobody else is booked for the rest of today.' : `${String(count)} still to come today.`,
  waits: (duration: string) => `waiting ${duration}`,
  notYet: 'not their time yet',
  didNotAnswer: (time: string) => `Did not answer at ${time}`,
  sentIn: 'Sent in by the clinical system',
  calledAt: (time: string, times: number) => `Called at ${time}${times > 1 ? `, ${String(times)} times` : ''}`,
  quietAt: (time: string) => `Called quietly at ${time}`,
  fetchAt: (time: string) => `Being fetched since ${time}`,
  to: (room: string) => `to ${room}`,
  lookFirst: 'They may not have seen or heard the call. Somebody looks in the waiting room first.',
  looked: (time: string) => `Somebody went to look at ${time}.`,
  ticket: (ticket: string) => `Ticket ${ticket}`,
  actions: {
    call: 'Call',
    quiet: 'Quiet',
    fetch: 'Fetch in person',
    again: 'Again',
    looked: 'I went to look',
    didNotAnswer: 'Did not answer',
    cameIn: 'Came in',
    cancel: 'Cancel call',
  },
  /** For whoever hears the page: with whom. */
  actionFor: (action: string, name: string) => `${action}: ${name}`,
} as const;

const londonWallTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The London wall time `YYYY-MM-DDTHH:MM` of a UTC instant, as appointments have it. */
export function wallTimeOf(instant: string): string {
  return londonWallTime.format(new Date(instant)).replace(' ', 'T');
}
