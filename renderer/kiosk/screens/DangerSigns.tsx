import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';

/** Danger signs, on Welcome and every ending; cannot be switched off (design §11). With the way to call for help, where it works. */
export function DangerSigns({
  onHelp,
  isFeelWorseShown = false,
}: {
  onHelp?: (() => void) | undefined;
  isFeelWorseShown?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <aside className="danger">
      <Icon name="warning" />
      <div className="danger__words">
        <p className="danger__signs">{t('danger.signs')}</p>
        {isFeelWorseShown ? <p className="danger__worse">{t('danger.feelWorse')}</p> : null}
      </div>
      {onHelp === undefined ? null : (
        <Button look="help" onPress={onHelp}>
          {t('action.help')}
        </Button>
      )}
    </aside>
  );
}
