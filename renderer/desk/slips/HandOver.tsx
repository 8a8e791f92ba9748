import type { ApplicationRow } from '../../../preload/contract/desk/applications';
import { fullNameOf } from '../../text/desk/applications';
import { birthOf } from '../../text/desk/times';
import { decisionWords } from '../../text/desk/applicationsDecision';
import { slipsWords as words } from '../../text/desk/slips';
import type { HandsOn } from '../applications/acting/useHandsOn';
import { actRefusalOf } from '../../text/desk/applicationsRefusals';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { useAsk } from '../parts/useAsk';
import { StepTitle } from './StepTitle';

interface HandOverProps {
  client: DeskClient;
  application: ApplicationRow;
  handsOn: HandsOn;
  onDone: () => void;
}

/** A slip that came out is given to the patient at once, in person, and that is said here. */
export function HandOver({ client, application, handsOn, onDone }: HandOverProps) {
  const { ask, isBusy, failure } = useAsk();
  const { applicationId, version, kind, reference, dateOfBirth } = application;
  const isOther = kind === 'someoneElse';
  const said = failure === null ? null : actRefusalOf(failure.code, failure.data);
  async function hand(): Promise<void> {
    if (isBusy) return;
    const handsOnSeconds = handsOn.seconds();
    const answer = await ask(() =>
      client.applications.handOver({ applicationId, version, handsOnSeconds, isInPerson: true }),
    );
    if (answer === null) return;
    handsOn.reset();
    onDone();
  }
  return (
    <div className="desk-slips__hand">
      <StepTitle>{words.handTitle}</StepTitle>
      <p className="desk-slips__lead">{(isOther ? words.handOther : words.hand)(fullNameOf(application))}</p>
      <p className="desk-slips__lead">
        {(isOther ? words.handAskOther : words.handAsk)(fullNameOf(application), birthOf(dateOfBirth))}{' '}
        {words.handReference(reference)}
      </p>
      <FailureNotice failure={failure} words={failure === null || said === null ? {} : { [failure.code]: said }} />
      <div className="desk-slips__ways">
        <Button kind="primary" isDisabled={isBusy} onPress={() => void hand()}>
          {isOther ? decisionWords.handOverDoOther : decisionWords.handOverDo}
        </Button>
        <Button onPress={onDone}>{words.handLater}</Button>
      </div>
    </div>
  );
}
