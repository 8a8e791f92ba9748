import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { Dispatch } from './screenProps';

interface IdleDialogProps {
  /** The patient is checked in already, and only an answer after it will be cleared: said first (first promise, design §1). */
  isCheckedIn: boolean;
  remainingMilliseconds: number;
  dispatch: Dispatch;
}

/** Warns before what was typed is cleared; one tap gives more time (WCAG 2.2.1). */
export function IdleDialog({ isCheckedIn, remainingMilliseconds, dispatch }: IdleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog titleId="idleTitle">
      <h2 className="heading" id="idleTitle">
        {t('idle.heading')}
      </h2>
      {isCheckedIn ? <p className="dialog__checkedIn">{t('idle.checkedIn')}</p> : null}
      <p className="dialog__body">{t('idle.body', { count: Math.ceil(remainingMilliseconds / 1_000) })}</p>
      <div className="dialog__ways">
        <Button look="primary" size="large" onPress={() => dispatch({ type: 'moreTimeTapped' })}>
          {t('action.moreTime')}
        </Button>
        <Button size="large" onPress={() => dispatch({ type: 'startAgainTapped' })}>
          {t('action.startAgain')}
        </Button>
      </div>
    </Dialog>
  );
}
