import { signUp } from './signUp';
import { signUpEnds } from './signUpEnds';

/**
 * English. Every word a patient or staff can read on the kiosk. Tests, ours and others', find things by these words:
 * those of design §11 are fixed.
 */
export const en = {
  header: {
    demonstration: 'DEMONSTRATION',
    testBuild: 'Test build',
    trial: 'Trial: also tell reception you are here',
  },
  starting: { heading: 'One moment please' },
  danger: {
    signs:
      'Chest pain, trouble breathing, heavy bleeding, signs of a stroke, a fit, or a child who is floppy or hard to wake: tell reception now',
    feelWorse: 'If you feel worse, tell reception',
  },
  action: {
    checkIn: 'Check in for an appointment',
    reception: 'Speak to reception',
    help: 'I need help now',
    continue: 'Continue',
    back: 'Back',
    startAgain: 'Start again',
    unknown: 'I do not know',
    finish: 'Finish',
    tryAgain: 'Try again',
    someoneElse: 'Check in someone else',
    notMine: 'This is not my appointment',
    moreTime: 'I need more time',
    askedToCome: 'I was asked to come in',
    walkIn: 'Join the walk-in session',
  },
  display: {
    group: 'How this screen looks',
    larger: 'Larger text',
    contrast: 'Contrast',
    lower: 'Lower the screen',
  },
  pad: { delete: 'Delete', next: 'Next', space: 'Space' },
  welcome: {
    heading: 'Welcome to {{practice}}',
    touch: 'Touch a button to start',
    listAsOf: 'List as of {{time}}',
    bookedToday: 'If you booked today, you may not be on our list yet.',
    closed: 'You cannot check in on this screen at the moment. Please speak to reception.',
    closedReason: {
      noList: 'There is no appointment list for today.',
      staleList: 'The appointment list is out of date.',
      noSite: 'This screen has not been told which site it is at.',
      siteNotListed: 'Today’s list has nothing for the site this screen is at.',
      nobodyKnows: 'Reception would not be told that you are here.',
      clockBehind: 'The clock of this screen may be wrong.',
    },
    walkIn: 'Walk-in session today: {{name}}',
  },
  problem: { heading: 'There is a problem' },
  dateOfBirth: {
    heading: 'What is your date of birth?',
    hint: 'For example, 27 3 1984',
    carer: 'If you are here with a child or someone you care for, enter their date of birth.',
    scanned: 'Thank you. Your letter has been scanned.',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    problem: {
      empty: 'Enter your date of birth',
      missing: 'Your date of birth must include a day, a month and a year',
      notANumber: 'Your date of birth must be numbers only, for example 27 3 1984',
      yearNotFourDigits: 'The year must have 4 numbers, for example 1984',
      otherCalendar: 'Use the date of birth on your NHS letters',
      notRealDate: 'Your date of birth must be a real date',
      inFuture: 'Your date of birth must be in the past',
      tooLongAgo: 'Check the year of your date of birth',
    },
  },
  letter: {
    heading: 'What is the first letter of your last name?',
    hint: 'If your last name has more than one part, use the first letter of any part.',
    carer: 'For a child or someone you care for, use their last name.',
    problem: {
      empty: 'Choose the first letter of your last name',
      notALetter: 'Choose one letter from A to Z',
    },
  },
  postcode: {
    heading: 'What is your postcode?',
    hint: 'Your home postcode, for example SW1A 2AA',
    carer: 'For a child or someone you care for, enter their postcode.',
    problem: {
      empty: 'Enter your postcode',
      notAPostcode: 'Enter a full postcode, for example SW1A 2AA',
    },
  },
  asking: { heading: 'One moment please' },
  ending: {
    notCheckedIn: 'You are not checked in',
    clearsIn_one: 'This screen clears in {{count}} second',
    clearsIn_other: 'This screen clears in {{count}} seconds',
    checkedIn: { heading: 'You are checked in', lead: 'Please take a seat. We will call you.' },
    alreadyCheckedIn: { heading: 'You are already checked in', lead: 'Please take a seat. We will call you.' },
    beingCalled:
      'You are being called now. Please go in. If somebody is to fetch you, or you do not know where to go, ask reception.',
    whereToSit: 'Where to sit',
    whereToGo: 'Where to go',
    goToRoom: 'When we call you, go to: {{room}}',
    thenSit: 'After that: {{area}}',
    thenSitAndGo: 'After that: {{area}}, then {{room}}',
    isLate: 'You are later than your appointment time. You may have to wait.',
    wait: {
      ahead_one: '{{count}} person is in front of you.',
      ahead_other: '{{count}} people are in front of you.',
      minutes: 'You may wait {{minutes}}.',
      lateness: '{{clinician}} is running {{minutes}} late. Thank you for waiting.',
    },
    reception: {
      heading: 'Please speak to reception',
      lead: 'Please go to the reception desk. They will help you.',
    },
    tooEarly: {
      heading: 'You are too early to check in',
      lead: 'You can check in on this screen from {{time}}. If you are not sure, or you feel unwell, please speak to reception.',
    },
    tooLate: {
      heading: 'Please speak to reception',
      lead: 'You are later than we can check in here. Reception will ask whether you can still be seen.',
    },
    byPhone: {
      heading: 'Your appointment today is by phone',
      lead: 'We will phone you. If you are not sure, or you think this is wrong, please speak to reception.',
    },
    byVideo: {
      heading: 'Your appointment today is by video',
      lead: 'Please use the link you were sent. If you are not sure, or you think this is wrong, please speak to reception.',
    },
    homeVisit: {
      heading: 'Your appointment today is a home visit',
      lead: 'We will come to your home. If you are not sure, or you think this is wrong, please speak to reception.',
    },
    otherSite: {
      heading: 'Your appointment is at {{site}}',
      lead: 'That is a different place from this one. Please speak to reception if you cannot get there in time.',
    },
    appointments: 'Your appointment',
    also: {
      heading: 'You also have today',
      later: '{{time}} with {{clinician}}. Check in for it from {{from}}.',
      byPhone: '{{time}} by phone. We will phone you.',
      byVideo: '{{time}} by video. Please use the link you were sent.',
      homeVisit: '{{time}} home visit. We will come to your home.',
      otherSite: '{{time}} at {{site}}. That is a different place from this one.',
      askReception: '{{time}}. Please ask reception about this appointment.',
    },
    others: {
      label: 'Your other appointments today',
      later: 'You also have an appointment here today. You can check in for it from {{from}}.',
      byPhone: 'You also have a phone call today. We will phone you.',
      byVideo: 'You also have a video call today. Please use the link you were sent.',
      homeVisit: 'You also have a home visit today. We will come to your home.',
      otherSite: 'You also have an appointment today at {{site}}.',
    },
  },
  ticket: {
    label: 'Your ticket',
    called: 'We will call this ticket',
    receptionLabel: 'Your place in reception’s queue',
    receptionCalled: 'Reception will call this ticket',
  },
  /** The paper of an ending: a reference or a ticket, and nothing else. */
  paper: {
    print: 'Print this',
    printing: 'Printing',
    printed: 'Take your paper',
    sent: 'Your paper may take a moment. If it does not come, please write this down or take a photo',
    failed: 'It could not be printed. Please write it down or take a photo',
  },
  minutes: {
    between: 'about {{from}} to {{to}} minutes',
    exactly: 'about {{to}} minutes',
    upTo: 'up to {{to}} minutes',
  },
  afterwards: {
    needs: {
      text: 'Do you need help with communication or information?',
      example: 'For example, an interpreter, a hearing loop or large print.',
      yes: 'Yes',
      no: 'No',
    },
    skip: 'Skip',
    thanks: 'Thank you. Your answer is kept with your check-in.',
    reception: 'You are checked in. Please also speak to reception about the help you need.',
  },
  needs: {
    heading: 'What help do you need?',
    hint: 'Touch all the help you need.',
    languages: 'Which language?',
    otherLanguage: 'Another language',
    interpreter: 'An interpreter',
    signLanguage: 'British Sign Language (BSL)',
    lipReading: 'I lip-read',
    hearingLoop: 'A hearing loop',
    largePrint: 'Large print',
    easyRead: 'Easy Read',
    braille: 'Braille',
    audio: 'Information to listen to',
    guideToRoom: 'Someone to take me to the room',
    moreTime: 'More time in my appointment',
    supporter: 'Someone to support me',
    somethingElse: 'Something else',
  },
  reception: {
    heading: 'What do you need?',
    noAppointment: {
      label: 'I do not have an appointment',
      words: 'Please go to the reception desk. Tell them what you need today. They will help you.',
    },
    prescription: {
      label: 'Collect a prescription or form',
      words:
        'Please go to the reception desk. Tell them your name and date of birth, and what you are here to collect.',
    },
    sample: {
      label: 'Hand in a sample or form',
      words:
        'If it is a sample, write the patient’s name and date of birth on it. Hand it in at the reception desk. Ask when the last collection is today.',
    },
    register: {
      label: 'Register with this practice',
      words: 'Please go to the reception desk. They will help you to register. You do not need ID to register.',
    },
    interpreterOrVisitor: {
      label: 'Interpreter or visitor',
      words: 'Please go to the reception desk. Tell them your name and who you are here to help or see.',
    },
    somethingElse: {
      label: 'Something else',
      words: 'Please go to the reception desk. They will help you.',
    },
  },
  walkIn: {
    heading: 'You are in the queue for the walk-in session',
    lead: 'Please take a seat. We will call your ticket when it is your turn.',
  },
  idle: {
    heading: 'Do you need more time?',
    body_one: 'What you entered will be cleared in {{count}} second.',
    body_other: 'What you entered will be cleared in {{count}} seconds.',
    checkedIn: 'You are checked in.',
  },
  help: {
    heading: 'Call out to staff',
    lead: 'Call out now, or ask someone near you to get help. Do not wait for this screen.',
    knownHeading: 'Staff have been told',
    knownLead: 'Stay where you are. If nobody comes straight away, call out to staff.',
  },
  outOfService: {
    heading: 'Please speak to reception',
    lead: 'This screen is not working at the moment. Unless it told you that you are checked in, tell reception you are here.',
  },
  cleaning: {
    heading: 'This screen is being cleaned',
    lead: 'Please wait, or speak to reception.',
    ready_one: 'You can use it again in {{count}} second',
    ready_other: 'You can use it again in {{count}} seconds',
  },
  closedHours: {
    heading: 'The practice is closed',
    opensToday: 'We open again today at {{time}}.',
    opensOn: 'We open again on {{day}} at {{time}}.',
    emergency: {
      heading: 'If it is an emergency',
      words:
        'Chest pain, trouble breathing, heavy bleeding, signs of a stroke, a fit, or a child who is floppy or hard to wake.',
      call: 'Call 999 now',
    },
    urgent: {
      heading: 'If you need medical help soon',
      call: 'Go to 111.nhs.uk, or call 111',
    },
  },
  fault: {
    staff: 'For staff',
    folder: 'Data folder',
    folderNotWritable: {
      what: 'The kiosk cannot write to its data folder.',
      remedy:
        'Check that the disk is not full and that the account the kiosk runs under may write to this folder. Then start the kiosk again. Nothing was deleted or changed.',
    },
    newerVersion: {
      what: 'The data was written by a newer version of the kiosk.',
      remedy: 'Install that version or a later one, then start it again. The data was left as it is.',
    },
    wrongKey: {
      what: 'The data cannot be opened with this computer’s key.',
      remedy:
        'Put back the key that belongs to this folder, or the folder that belongs to this computer. Do not delete the folder. Nothing was changed.',
    },
    keyMissing: {
      what: 'The key to the data is missing from this computer.',
      remedy:
        'Restore the key from its backup, or start the kiosk with another, empty folder. Do not delete this folder. Nothing was changed.',
    },
    damagedFile: {
      what: 'The kiosk’s data file is damaged.',
      remedy:
        'Do not delete anything. Ask your IT support to keep a copy of this folder and to restore its newest backup. Nothing was overwritten.',
    },
    modeMismatch: {
      what: 'This folder belongs to a demonstration and the kiosk was started for real data, or the reverse.',
      remedy: 'Start the kiosk with another data folder. The two are never mixed. Nothing was changed.',
    },
    internal: {
      what: 'The kiosk could not start.',
      remedy: 'Restart the kiosk. If this comes back, ask your IT support. Nothing was deleted.',
    },
  },
  signUp,
  signUpEnds,
} as const;
