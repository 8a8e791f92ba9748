import { useState } from 'react';
import { fullNameOf } from '../../../text/desk/applications';
import { identityWords as words } from '../../../text/desk/applicationsIdentity';
import { whoMay } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { canDo, mayDo } from '../acting/mayDo';
import type { Offers, PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { BringSheet } from './BringSheet';
import { ComeBackDialog } from './ComeBackDialog';
import { RefuseDialog } from './RefuseDialog';
import { VerificationForm } from './VerificationForm';

/** Who it is: verified now, or one of the ways to go on without. */
export function IdentityPanel(props: PanelProps & { offers: Offers }) {
  const { application, client, who, offers } = props;
  const { run, isBusy } = useAct(props);
  const [open, setOpen] = useState<'refuse' | 'comeBack' | null>(null);
  const close = (): void => setOpen(null);
  const { kind, isForLater, comeBackWith, identity } = application;
  return (
    <>
      {identity === 'comeBack' ? (
        <BringSheet
          reference={application.reference}
          missing={comeBackWith}
          offers={offers}
          client={client}
          who={who}
        />
      ) : null}
      {kind === 'someoneElse' ? (
        <p className="desk-application__note">{words.ofPatient(fullNameOf(application))}</p>
      ) : null}
      {isForLater ? <p className="desk-application__note">{words.isForLater}</p> : null}
      {mayDo('verify', who.roles) ? (
        <VerificationForm
          offers={offers}
          isBusy={isBusy}
          isForTwo={kind === 'someoneElse'}
          onVerified={(verification) => void run((key) => client.applications.verify({ ...key, ...verification }))}
        />
      ) : (
        <p className="desk-application__whoMay">{whoMay.verify}</p>
      )}
      <div className="desk-application__quiet" role="group" aria-label={words.otherWays}>
        <span className="desk-applications__small">{words.otherWays}</span>
        {canDo(application, 'comeBack', who.roles) ? (
          <Button isSmall onPress={() => setOpen('comeBack')}>
            {words.comeBack}
          </Button>
        ) : null}
        {canDo(application, 'keepForLater', who.roles) ? (
          <Button
            isSmall
            isDisabled={isBusy}
            title={words.laterHint}
            onPress={() => void run((key) => client.applications.keepForLater({ ...key, isForLater: !isForLater }))}
          >
            {isForLater ? words.notLater : words.later}
          </Button>
        ) : null}
        {canDo(application, 'refuse', who.roles) ? (
          <Button isSmall onPress={() => setOpen('refuse')}>
            {words.refuse}
          </Button>
        ) : null}
      </div>
      {open === 'refuse' ? <RefuseDialog {...props} title={words.refuseTitle} onClose={close} /> : null}
      {open === 'comeBack' ? <ComeBackDialog {...props} onClose={close} /> : null}
    </>
  );
}
