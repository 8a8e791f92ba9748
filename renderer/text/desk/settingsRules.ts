/** What one setting is called, what it does, and an example of it. */
export interface RuleWords {
  title: string;
  effect: string;
  example?: string;
  unit?: string;
}

/** Words of every practice rule, by its name. */
export const ruleWords = {
  practiceName: {
    title: 'Name of the practice',
    effect: 'Patients read it on Welcome, after “Welcome to”.',
    example: 'Elm Tree Surgery',
  },
  isSignedOff: {
    title: 'Signed off for real use',
    effect:
      'Until then every screen says that this is a trial. After it, check-in is open only while a desk is connected that can know of an arrival.',
  },

  window: {
    title: 'When patients can check in',
    effect: 'How long before and after the start of an appointment the kiosk checks a patient in.',
    example: '30 and 10: an appointment at 10am can be checked in from 9:30am to 10:10am.',
  },
  nurseLedWindow: {
    title: 'Nurse-led sessions',
    effect: 'The same for sessions that a nurse or health care assistant leads. Patients are often seen earlier there.',
    example: '30 and 15: an appointment at 10am can be checked in from 9:30am to 10:15am.',
  },
  clinicianWindows: {
    title: 'Check-in times of single clinicians',
    effect: 'Goes before every other check-in time.',
    example: 'Dr Anita Rao, 20 early and 5 late, because she runs on time.',
  },
  slotTypeWindows: {
    title: 'Check-in times of slot types',
    effect: 'Goes before the site’s, the nurse-led and the practice’s time.',
    example: 'Flu clinic, 60 early and 30 late.',
  },
  siteWindows: {
    title: 'Check-in times of sites',
    effect: 'Goes before the nurse-led and the practice’s time.',
    example: 'Branch Surgery, 15 early and 10 late, because it opens late.',
  },
  joinMinutes: {
    title: 'Later appointments join',
    effect: 'Somebody who checks in is checked in for later appointments here that start within this time as well.',
    example: '60: blood test at 10am and nurse at 10:40am are checked in together.',
    unit: 'minutes',
  },

  latePolicy: {
    title: 'When somebody is late',
    effect: 'What the kiosk does with a patient who comes after the check-in time has ended.',
  },
  clinicianLatePolicies: {
    title: 'Late patients of single clinicians',
    effect: 'Goes before the rule above.',
    example: 'Dr Anita Rao: send to reception.',
  },
  lateLimitMinutes: {
    title: 'Too late in any case',
    effect: 'After this time since the start a late patient always goes to reception. No check-in time may be longer.',
    example: '60: at 11:01am nobody is checked in any more for 10am.',
    unit: 'minutes',
  },

  slotTypeModes: {
    title: 'How slot types are held',
    effect: 'Tells the kiosk what your slot types mean where the list does not. Only in-person ones can be checked in.',
    example: 'eConsult: by phone.',
  },
  statusWords: {
    title: 'Your own status words',
    effect:
      'Tells the kiosk what a status word of your list means. A word it does not know sends the patient to reception.',
    example: 'In corridor: arrived.',
  },
  privateSlotTypes: {
    title: 'Private slot types',
    effect:
      'At the kiosk it looks as if nobody had been found; the patient goes to reception, and the desk gets a discreet row.',
    example: 'Sexual health.',
  },
  seeReceptionSlotTypes: {
    title: 'Slot types that see reception first',
    effect: 'Patients are not checked in at the kiosk but asked to speak to reception.',
    example: 'Fasting bloods, so that reception can ask whether they have eaten.',
  },
  postcodeAlwaysDays: {
    title: 'Birthdays that always need a postcode',
    effect: 'Many people whose birthday is not known are recorded with the same one, so the kiosk asks them for more.',
    example: '01-01: everybody born on 1 January gives their postcode.',
  },

  calling: {
    title: 'Who calls patients in',
    effect: 'Where this system calls, patients get a ticket and boards show it. Otherwise no ticket is given.',
  },
  places: {
    title: 'Where to wait and where to go',
    effect: 'Said to patients when they have checked in, and on boards. A room that is empty is not named.',
    example: 'Dr Anita Rao: Blue chairs, Room 4.',
  },
  waitingArea: {
    title: 'Waiting area of everybody else',
    effect: 'Where patients sit whose clinician is not in the table above. Empty says nothing.',
    example: 'Main waiting area',
  },
  mapWords: {
    title: 'The picture of the way, in words',
    effect: 'For patients who cannot see your own picture of the way. Empty: the picture is not shown.',
    example: 'From the desk the blue chairs are on your left, room 4 is behind them.',
  },
  roomDirections: {
    title: 'Ways to the rooms',
    effect: 'Boards show and speak it with a call to that room.',
    example: 'Room 4: first floor, by the stairs or the lift.',
  },

  hygieneLine: {
    title: 'Line about clean hands',
    effect: 'Stands below the tick after a check-in. Empty: no line.',
    example: 'Please clean your hands after using this screen.',
  },
  isSuccessSoundOn: { title: 'Sound of the tick', effect: 'The kiosk makes a soft sound when somebody is checked in.' },
  isHelpSoundOn: {
    title: 'Sound of a call for help',
    effect: 'The kiosk itself sounds when somebody touches “I need help now”. Desks always sound.',
  },
  isNeedsQuestionAsked: {
    title: 'Ask about communication needs',
    effect:
      'After check-in patients may say that they need an interpreter, help with reading or hearing, or to be fetched. Not asked where the list carries a need already.',
  },
  needsQuestionAgainDays: {
    title: 'Do not ask again for',
    effect: 'Whoever has answered is not asked again within this time. Not longer than visits are kept.',
    example: '30: asked in March, next asked in April.',
    unit: 'days',
  },
  interpreterLanguages: {
    title: 'Languages of interpreters',
    effect: 'Offered to whoever asks for an interpreter, as their speakers write them.',
    example: 'Polski',
  },
  ownQuestion: {
    title: 'Your own question',
    effect: 'One question to patients after check-in, with two to six answers. Only counted, never shown with a name.',
    example: 'How did you come here today? On foot, By bus, By car.',
  },
  ownQuestionOff: {
    title: 'Hours without your own question',
    effect: 'It is not asked in your busiest hours, so that the queue moves on.',
    example: '8am to 10am.',
  },

  receptionChoices: {
    title: 'What do you need?',
    effect:
      'What people without an appointment can choose at the kiosk, in which words, and what happens then. No words may send anybody away.',
    example: 'Hand in a sample: “Please leave it in the box beside the desk. Last collection 2pm.”',
  },
  walkIn: {
    title: 'Walk-in session',
    effect:
      'While it is open, people without an appointment can join it at the kiosk and get a ticket. It ends by itself.',
    example: 'Flu clinic, today, until 12:30pm.',
  },

  openingHours: {
    title: 'Opening hours',
    effect: 'Outside them the kiosk shows that the practice is closed. A bank holiday counts as closed.',
    example: 'Monday 8am to 6:30pm.',
  },
  closedDays: {
    title: 'Further days closed',
    effect: 'The kiosk is closed on these days whatever the opening hours say.',
    example: '24 December, or a day of training.',
  },
  bankHolidaysOpen: {
    title: 'Bank holidays open',
    effect: 'On these bank holidays of England and Wales the practice is open as on any such weekday.',
    example: 'The Friday before Easter, for an extra clinic.',
  },
  isOutOfService: {
    title: 'Kiosk out of service',
    effect: 'The kiosk takes no touch and asks everybody to speak to reception, until this is off again.',
  },

  stampListAfterMinutes: {
    title: 'Say how old the list is',
    effect: 'When the list is older than this the kiosk and the desk show its time.',
    example: '15: at 10:20am the kiosk says “List as of 10am”.',
    unit: 'minutes',
  },
  closeListAfterMinutes: {
    title: 'Close check-in on an old list',
    effect: 'When the list is older than this nobody is checked in and everybody goes to reception.',
    example: '120: a list of 8am closes check-in at 10am.',
    unit: 'minutes',
  },
  badRowsLimitPercent: {
    title: 'Bad rows that a list may have',
    effect: 'A list with a larger share of rows that cannot be read is refused whole, and the one before stays.',
    example: '10: of 200 rows up to 20 may be bad.',
    unit: 'per cent',
  },

  areNamesOnBoard: {
    title: 'Names on boards',
    effect:
      'Boards show first name and initial in place of tickets. Everybody in the waiting room reads them: decide it with your information governance lead.',
  },
  isBoardSpoken: {
    title: 'Boards speak',
    effect: 'A call is spoken as well as shown, for people who do not see the board.',
  },
  boardLines: {
    title: 'Lines on boards',
    effect: 'Stand below the calls; three at most.',
    example: 'If you feel worse, tell reception.',
  },

  worklistAmberMinutes: {
    title: 'Unmarked arrival turns amber',
    effect: 'An arrival that nobody has marked in the clinical system turns amber on every desk after this time.',
    example: '2: arrived at 10am, amber at 10:02am.',
    unit: 'minutes',
  },
  worklistSoundMinutes: {
    title: 'Unmarked arrival sounds',
    effect: 'After this time it sounds on every desk until somebody takes it.',
    example: '5: arrived at 10am, sounds at 10:05am.',
    unit: 'minutes',
  },
  worklistSoundBeforeMinutes: {
    title: 'Unmarked arrival sounds before its appointment',
    effect: 'It sounds this long before the appointment even if it has not waited that long.',
    example: '2: the appointment is at 10am, it sounds at 9:58am.',
    unit: 'minutes',
  },
  deskLockMinutes: {
    title: 'Desk locks itself',
    effect: 'A desk that nobody touches hides its page after this time. Unlocking gives everything back as it was.',
    example: '10',
    unit: 'minutes',
  },

  isSignUpOffered: {
    title: 'Sign-up at the kiosk',
    effect:
      'Patients can apply at the kiosk to book appointments, order repeat prescriptions and see their record online. No: nothing on the kiosk speaks of it.',
  },
  signUpClosed: {
    title: 'Hours without sign-up',
    effect:
      'In these hours nobody can begin, because reception is busy; whoever has begun may finish. It is never open while the practice is closed.',
    example: 'Monday 8am to 12pm, other days 8am to 10am. Whoever comes then is told when they can sign up.',
  },
  signUpPausedOn: {
    title: 'Sign-up is paused on',
    effect:
      'Nobody can begin or finish on that day, and nobody is invited. The desk’s own switch sets it to today; the next day it is open again by itself.',
  },
  isSignUpInvited: {
    title: 'Invite at check-in',
    effect:
      'Patients from 16 whom the day list marks as without an online account are invited to sign up when they have checked in, once a day, in the hours of sign-up.',
    example: 'The list has a column Online Account that says No.',
  },
  identityCheckHours: {
    title: 'When ID is checked',
    effect: 'Told to whoever has applied, so that they know when to come with their documents.',
    example: 'Reception checks ID from 2pm to 5pm, Monday to Friday.',
  },
  photoDocuments: {
    title: 'Documents with a photograph',
    effect:
      'What patients are asked to bring, and what staff choose from when they check ID. Kinds only, never numbers.',
    example: 'Passport',
  },
  addressDocuments: {
    title: 'Documents with the address',
    effect: 'What patients are asked to bring to show where they live, and what staff choose from.',
    example: 'Council tax bill',
  },
  addressWithinMonths: {
    title: 'A document with the address is dated within',
    effect: 'Patients are asked for one that is no older, and staff are reminded of it.',
    example: '3: in November one of August or later.',
    unit: 'months',
  },
  emailEndings: {
    title: 'Endings of email addresses',
    effect: 'Keys beside the on-screen keyboard that finish an email address with one touch.',
    example: '@nhs.net',
  },
  recordTopics: {
    title: 'What to think of before the record',
    effect: 'Patients who ask to see their record read these sentences first. Plain words, one thought in each.',
    example: 'You may see something from long ago that you had forgotten.',
  },
  recordStatements: {
    title: 'Statements before the record',
    effect:
      'Patients agree to each by itself. The exact words and the time go into their application; whoever is at it when they change reads them anew.',
    example: 'I keep safe what I see or save.',
  },
  referralDays: {
    title: 'A referral of the record is due within',
    effect: 'A clinician has this long to decide about a record that was referred to them; then it is shown as late.',
    example: '14: referred on Monday, due on Monday in two weeks.',
    unit: 'days',
  },
  proxyReviewAge: {
    title: 'Access to a child’s account is reviewed at',
    effect:
      'Staff get a task to look again at the access of parents and carers before this birthday. At 16 it is suspended in any case.',
    example: '13',
    unit: 'years',
  },
  proxyReviewNoticeDays: {
    title: 'Reviews are shown before they are due',
    effect: 'So long before the birthday the task stands on the desk.',
    example: '42: six weeks before.',
    unit: 'days',
  },

  odsCode: {
    title: 'ODS code of the practice',
    effect: 'Stands on every setup slip, so that nobody types it. Patients need it to link their account.',
    example: 'A12345',
  },
  helpPhone: {
    title: 'Help number',
    effect: 'Whom patients ring when signing in does not work. Empty: slips say to ask reception.',
    example: '01632 960001',
  },
  slipExpiryDays: {
    title: 'Details of a slip work for',
    effect:
      'Slips say until when the details on them can be used. Set what your clinical system does. Empty: they say nothing.',
    example: '60: details of 1 March work until 30 April.',
    unit: 'days',
  },
  emisLink: {
    title: 'Link on slips for EMIS',
    effect:
      'The QR code of a setup slip for EMIS leads there. Everybody gets the same, so it holds nothing of anybody.',
    example: 'https://www.nhs.uk/nhs-app/',
  },
  systmOneLink: {
    title: 'Link on slips for SystmOne',
    effect:
      'The QR code of a setup slip for SystmOne leads there. Everybody gets the same, so it holds nothing of anybody.',
    example: 'https://www.nhs.uk/nhs-app/',
  },
  nhsAppLink: {
    title: 'Link to the NHS App',
    effect:
      'The QR code on slips without details, and on the first page of sign-up at the kiosk: most people can sign up at home.',
    example: 'https://www.nhs.uk/nhs-app/',
  },
  startLink: {
    title: 'Link on invitations',
    effect: 'The QR code of invitations leads there, for people who have no account yet.',
    example: 'https://www.nhs.uk/nhs-app/',
  },

  applicationsKeptDays: {
    title: 'Applications are kept for',
    effect:
      'This long after an application has ended it is deleted; its form belongs into the clinical record before. Only counts are left.',
    example: '30',
    unit: 'days',
  },
  proxyReviewsKeptDays: {
    title: 'Reviews of access are kept for',
    effect: 'This long after a review of the access to somebody’s account is done, it is deleted.',
    example: '30',
    unit: 'days',
  },
  visitsKeptDays: {
    title: 'Visits are kept for',
    effect:
      'After this time visits and arrivals are deleted and only counts are left. Day lists go at the end of the day.',
    example: '30',
    unit: 'days',
  },
  claimsInBurst: {
    title: 'Tries before the kiosk slows down',
    effect:
      'So many tries to check in are answered at once. It keeps somebody from guessing with a machine; no queue of people reaches it.',
    unit: 'tries',
  },
  claimsPerMinute: {
    title: 'Tries a minute after that',
    effect: 'How many more are answered each minute once that many have come.',
    unit: 'tries a minute',
  },
} as const satisfies Record<string, RuleWords>;

export type RuleName = keyof typeof ruleWords;
