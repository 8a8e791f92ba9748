import { useState } from 'react';
import type { ApplicationDetail } from '../../../preload/contract/desk/applications';
import { whoMay, whenOf } from '../../text/desk/applicationsPage';
import { slipsWords as words } from '../../text/desk/slips';
import { mayDo, isPossible } from '../applications/acting/mayDo';
import type { PanelProps } from '../applications/acting/panelProps';
import { Button } from '../parts/Button';
import { SlipDialog } from './SlipDialog';
import { usePrinting } from './usePrinting';

type ApplicationSlipProps = Pick<PanelProps, 'application' | 'client' | 'who' | 'onDone'>;

/** The setup slip as a step of the application: printed by an account creator, told to everybody else. */
export function ApplicationSlip({ application, client, who, onDone }: ApplicationSlipProps) {
  const [isOpen, setOpen] = useState(false);
  const { slip } = application;
  if (!isPossible(application, 'printSlip') && slip === null) return null;
  const close = (): void => {
    setOpen(false);
    // That it was sent to a printer stands on the page.
    onDone();
  };
  return (
    <div className="desk-slips__step">
      {isPossible(application, 'printSlip') ? (
        mayDo('printSlip', who.roles) ? (
          <Button kind={slip === null ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
            {words.print}
          </Button>
        ) : (
          <p className="desk-application__note">{whoMay.printSlip}</p>
        )
      ) : null}
      {slip === null ? null : <p className="desk-applications__small">{words.sentBefore(slip.by, whenOf(slip.at))}</p>}
      {isOpen ? <Dialog client={client} application={application} onClose={close} /> : null}
    </div>
  );
}

interface DialogProps {
  client: PanelProps['client'];
  application: ApplicationDetail;
  onClose: () => void;
}

/** Printers are only followed while it is open. */
function Dialog({ client, application, onClose }: DialogProps) {
  const printing = usePrinting(client);
  return (
    <SlipDialog client={client} application={application} printing={printing} onCameOut={onClose} onClose={onClose} />
  );
}
