import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { Dispatch } from './screenProps';

interface IdleDialogProps {
  remainingMilliseconds: number;
  dispatch: Dispatch;
}

/** Warns before what was typed is cleared; one tap gives more time (WCAG 2.2.1). */
export function IdleDialog({ remainingMilliseconds, dispatch }: IdleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog titleId="idleTitle">
      <h2 className="heading" id="idleTitle">
        {t('idle.heading')}
      </h2>
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
