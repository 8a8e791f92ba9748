import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { Dispatch } from './screenProps';

interface CountdownProps {
  remainingMilliseconds: number;
  dispatch: Dispatch;
}

/** When an ending clears itself, in words, and one tap for longer. Not announced second by second. */
export function Countdown({ remainingMilliseconds, dispatch }: CountdownProps) {
  const { t } = useTranslation();
  return (
    <div className="countdown">
      <p className="countdown__words" role="timer">
        {t('ending.clearsIn', { count: Math.ceil(remainingMilliseconds / 1_000) })}
      </p>
      <Button onPress={() => dispatch({ type: 'moreTimeTapped' })}>{t('action.moreTime')}</Button>
    </div>
  );
}
