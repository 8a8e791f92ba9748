import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { adultAge, ageOn, ownAccountAge } from '../../../../preload/contract/rules/ages';
import type { Day } from '../../../../preload/contract/rules/dates';
import { pageWords } from '../../../text/desk/applicationsPage';

const { warnings: words } = pageWords;

export interface Warning {
  icon: 'people' | 'person' | 'warning';
  text: string;
  isStrong: boolean;
}

/** What staff are warned of on `today`; of an application that has ended only what is left to do in the clinical system. */
export function warningsOf(application: ApplicationDetail, today: Day): Warning[] {
  const warnings = [
    ...(application.ended === null ? warningsBefore(application, today) : []),
    ...warningsAfter(application),
  ];
  return warnings.filter((warning) => warning !== false);
}

function warningsBefore(application: ApplicationDetail, today: Day): (Warning | false)[] {
  const { wantsToTalk, talked, needs, duplicates, asker } = application;
  const isTalkLeft = wantsToTalk && talked === null;
  const needsInterpreter = needs?.kinds.includes('interpreter') ?? false;
  const isAskerYoung = asker !== null && ageOn(asker.dateOfBirth, today) < adultAge;
  return [
    isTalkLeft && strong('people', words.talk),
    ...ageWarnings(application, ageOn(application.dateOfBirth, today)),
    isAskerYoung && strong('person', words.youngAsker),
    needsInterpreter && plain('people', words.interpreter(needs?.language ?? null)),
    needsInterpreter && isRecordToAgree(application) && plain('warning', words.statements),
    hasRelativeSpoken(application) && plain('warning', words.relative),
    duplicates > 0 && plain('warning', words.duplicate),
  ];
}

/** `age` is that of the application; the rules go by the age `now`. */
function ageWarnings({ kind, age }: ApplicationDetail, now: number): (Warning | false)[] {
  const isChild = now < ownAccountAge;
  return [
    age < adultAge && now >= adultAge && strong('person', words.turnedSixteen),
    age < ownAccountAge && !isChild && now < adultAge && strong('person', words.turnedEleven),
    isChild && strong('person', words.child(now)),
    kind !== 'underEleven' && !isChild && now < adultAge && strong('person', words.under16(now)),
  ];
}

/** They agreed at the kiosk, nobody has gone through it with them since, and the record is still to be decided. */
function isRecordToAgree({ agreed, agreedAtDesk, decisions }: ApplicationDetail): boolean {
  return (
    agreed !== null && agreedAtDesk === null && (decisions.record === 'pending' || decisions.record === 'referred')
  );
}

/** A relative helped one of them with the language, and the statements have not been agreed without one since. */
function hasRelativeSpoken({ verification, askerVerification, agreedAtDesk }: ApplicationDetail): boolean {
  return [verification, askerVerification].some(
    (one) => one?.interpreter === 'relative' && (agreedAtDesk === null || agreedAtDesk.at < one.at),
  );
}

function warningsAfter(application: ApplicationDetail): (Warning | false)[] {
  const { ended, account, decisions, recordOff } = application;
  const isGivenUp = ended !== null && ended !== 'closed';
  return [
    isGivenUp && account !== null && strong('warning', accountToClose(application)),
    !isGivenUp && decisions.record === 'granted' && recordOff !== null && strong('warning', words.recordOn),
  ];
}

/** That an account exists although its application ends, or has ended. */
export function accountToClose({ handedOver }: Pick<ApplicationDetail, 'handedOver'>): string {
  return handedOver === null ? words.accountExists : `${words.accountExists} ${words.detailsGiven}`;
}

function strong(icon: Warning['icon'], text: string): Warning {
  return { icon, text, isStrong: true };
}

function plain(icon: Warning['icon'], text: string): Warning {
  return { icon, text, isStrong: false };
}
