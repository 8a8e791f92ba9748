/** Words of the first page of sign-up and of its endings, of the ways into it, and of the on-screen keyboard. */
export const signUpEnds = {
  /** Fixed (design §11): the button on Welcome and on a good ending, and the heading of the first page. */
  signUp: 'Sign up for online services',
  welcome: {
    opensToday: 'Sign-up for online services opens today at {{time}}.',
    opensTomorrow: 'Sign-up for online services opens tomorrow at {{time}}.',
    opensOn: 'Sign-up for online services opens on {{day}} at {{time}}.',
    closed: 'Sign-up for online services is closed at the moment.',
    paused: 'Sign-up is paused today. Reception can help.',
  },
  invitation: 'You can book appointments and order prescriptions online.',
  start: {
    lead: 'Book appointments, order repeat prescriptions and see your health record online.',
    home: {
      heading: 'Most people can do this at home',
      words: 'Use the NHS App. To get it, point your phone’s camera at this code.',
      code: 'Code that opens the NHS App’s web page',
    },
    here: {
      heading: 'To sign up here',
      words: 'Answer some questions on this screen: about 3 minutes. Then show reception who you are.',
    },
    account: 'Cannot get in, or want to change or stop online access?',
    haveAccount: 'I have an account',
  },
  bring: {
    heading: 'What to bring',
    photo: 'One with your photo',
    address_one: 'One with your address, dated within 1 month',
    address_other: 'One with your address, dated within {{count}} months',
    kind: '{{kind}}:',
    noIdentity: 'No ID? You can still sign up: reception can help in other ways.',
    alwaysSeen: 'You can be seen here with or without ID.',
    hours: 'ID checks:',
  },
  ending: {
    heading: 'Take your ID to reception',
    lead: 'Show them your reference. They will help you from there.',
    reference: 'Your reference',
    spoken: 'Your reference: {{letters}}',
    code: 'Your reference as a code that reception can scan',
    keep: 'You can come back another day: keep your reference. Write it down, or take a picture of it.',
  },
  stopped: {
    failed: {
      heading: 'Please speak to reception',
      what: 'We could not send your application',
      lead: 'Please go to the reception desk. They will help you to sign up. What you entered is cleared from this screen.',
    },
    stopped: {
      heading: 'Sign-up has stopped for now',
      what: 'Your application was not sent',
      lead: 'You can come back another time, or go to the reception desk: they will help you. What you entered is cleared from this screen.',
    },
    reception: {
      heading: 'Please speak to reception',
      what: 'Nothing was sent',
      lead: 'Please go to the reception desk. They will help you. What you entered is cleared from this screen.',
    },
  },
  /** True for whoever has checked in a moment ago, and for whoever forgot to (first promise, design §1). */
  noCheckIn: 'Signing up does not check you in for an appointment.',
  keyboard: {
    group: 'Keyboard',
    shift: 'Shift',
    marks: 'Letters with marks',
    letters: 'Back to letters',
    marksHint: 'Touch a letter, then its mark',
    clear: 'Clear',
    undo: 'Undo',
    sign: {
      hyphen: 'hyphen',
      apostrophe: 'apostrophe',
      fullStop: 'full stop',
      comma: 'comma',
      slash: 'slash',
      atSign: 'at sign',
      underscore: 'underscore',
      plus: 'plus',
    },
  },
} as const;
