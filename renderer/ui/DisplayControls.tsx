import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface DisplayControlsProps {
  isTextLarger: boolean;
  isContrastHigh: boolean;
  isScreenLowered: boolean;
  onToggle: (setting: 'isTextLarger' | 'isContrastHigh' | 'isScreenLowered') => void;
}

/** How the screen looks: text size, contrast, height. The buttons say whether they are on. */
export function DisplayControls({ isTextLarger, isContrastHigh, isScreenLowered, onToggle }: DisplayControlsProps) {
  const { t } = useTranslation();
  return (
    <div className="displayControls" role="group" aria-label={t('display.group')}>
      <Button isPressed={isTextLarger} onPress={() => onToggle('isTextLarger')}>
        {t('display.larger')}
      </Button>
      <Button isPressed={isContrastHigh} onPress={() => onToggle('isContrastHigh')}>
        {t('display.contrast')}
      </Button>
      <span className="displayControls__lower">
        <Button isPressed={isScreenLowered} onPress={() => onToggle('isScreenLowered')}>
          {t('display.lower')}
        </Button>
      </span>
    </div>
  );
}
