/*
 * What guessers try first. Written for this program: words as lists of leaked passwords have them at their head, and those that lie near in a
 * surgery. Variants (capitals, 0 for o, digits and years behind) are the rules' work, not the list's.
 */

const words = `
password passphrase passwort passcode pass word admin administrator root user guest test testing login logon signin welcome
letmein let me in open sesame opensesame changeme change default secret private access master hello hallo hi there please thank
thankyou thanks love lover iloveyou loveyou ilove you forever always whatever nothing trustno one trustnoone blessed faith hope
angel angels baby babygirl babyboy princess prince queen king lady sweetheart sweety honey sugar candy cookie chocolate cheese
butterfly flower flowers rose daisy lily jasmine poppy sunshine sunflower rainbow summer winter spring autumn monday tuesday
wednesday thursday friday saturday sunday january february march april june july august september october november december
christmas easter birthday happy smile lucky freedom liberty peace justice killer hunter ranger shadow dragon monkey tiger lion
panther eagle falcon phoenix wolf bear horse pony dolphin turtle rabbit bunny kitten kitty puppy doggy teddy buster bella
charlie daniel michael jordan jennifer jessica ashley amanda thomas robert andrew matthew george harry oliver jack william james
emily sophie sarah anna maria hannah samantha nicole michelle lauren megan chloe joshua anthony martin peter david richard steven
football soccer baseball basketball hockey cricket rugby tennis golf snooker arsenal chelsea liverpool everton manchester united
city tottenham hotspur newcastle celtic rangers leeds villa westham barcelona madrid juventus champion winner
superman batman spiderman ironman starwars startrek pokemon pikachu naruto minecraft fortnite matrix gandalf hogwarts potter
disney mickey minnie donald simpson metallica nirvana slipknot blink eminem beatles elvis
mustang ferrari porsche mercedes corvette harley yamaha honda toyota ford bmw audi
computer internet network server system windows microsoft apple google samsung facebook instagram amazon office printer wifi
london england britain british scotland wales ireland birmingham bristol sheffield nottingham cardiff glasgow edinburgh
correcthorsebatterystaple threerandomwords abc abcd xyz xxx zzz qaz wsx edc
`;

const wordsOfSurgeries = `
reception receptionist desk front surgery practice clinic clinical doctor doctors doc nurse nurses medical medicine health
healthcare hospital patient patients appointment appointments pharmacy prescription prescriptions manager staff team centre
center group partnership partners kiosk checkin check waiting room nhs nhsmail gp gps smartcard emis emisweb systmone systemone
tpp spine ardens docman accurx vision trust care well wellbeing covid vaccine flu jab stethoscope
`;

const listOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words in small letters that are guessed first anywhere. */
export const commonWords = listOf(words);
/** Words that are guessed first at a surgery's desk. */
export const surgeryWords = listOf(wordsOfSurgeries);

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijklmnopqrstuvwxyz',
  '12345678901234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!"£$%^&*()_+',
  '!@#$%^&*()_+',
  '147258369',
  '741852963',
];

/** Keys in the order in which they lie beside or below each other, both ways. */
export const keyboardRuns: readonly string[] = rows.flatMap((row) => [row, [...row].reverse().join('')]);
