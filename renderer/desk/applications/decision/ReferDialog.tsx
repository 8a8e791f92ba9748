import { useContext, useState } from 'react';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import type { Day } from '../../../../preload/contract/rules/dates';
import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { pageWords } from '../../../text/desk/applicationsPage';
import { DeskFeedContext } from '../../frame/deskContext';
import { Button } from '../../parts/Button';
import { Modal } from '../../parts/Modal';
import { TextField } from '../../parts/TextField';
import { Say } from '../acting/Say';
import { londonDayOf } from '../acting/day';

interface ReferDialogProps {
  /** The practice's usual time. */
  days: number;
  isBusy: boolean;
  onRefer: (dueOn: Day | null) => Promise<void>;
  onClose: () => void;
}

/** Hands record access to a clinician, with the day it is due. */
export function ReferDialog({ days, isBusy, onRefer, onClose }: ReferDialogProps) {
  const { clock } = useContext(DeskFeedContext);
  const [typed, setTyped] = useState('');
  const isPast = typed !== '' && typed < londonDayOf(clock.now());
  const dueOn = dateSchema.safeParse(typed);
  return (
    <Modal title={words.referTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && !isPast) void onRefer(dueOn.success ? dueOn.data : null);
        }}
      >
        <p>{words.referLead}</p>
        <TextField
          type="date"
          label={words.dueOn}
          hint={words.dueHint(days)}
          width="medium"
          problem={isPast ? words.duePast : null}
          value={typed}
          onChange={setTyped}
        />
        <Say title={words.sayReferredTitle} what={words.sayReferred} />
        <div className="desk-modal__actions">
          <Button kind="primary" isSubmit isDisabled={isBusy}>
            {words.referDo}
          </Button>
          <Button onPress={onClose}>{pageWords.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
