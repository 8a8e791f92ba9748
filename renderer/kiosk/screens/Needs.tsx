import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import type { NeedsScreen } from '../flow/state';
import { NeedsForm } from './NeedsForm';
import type { Dispatch } from './screenProps';

interface NeedsProps {
  screen: NeedsScreen;
  languages: ReadySnapshot['interpreterLanguages'];
  dispatch: Dispatch;
}

/** Which help with communication or information, after "Do you need help …?" on a good ending was answered with yes. */
export function Needs({ screen: { chosen, language }, languages, dispatch }: NeedsProps) {
  const { t } = useTranslation();
  return (
    <NeedsForm
      heading={t('needs.heading')}
      hint={t('needs.hint')}
      chosen={chosen}
      language={language}
      languages={languages}
      dispatch={dispatch}
    />
  );
}
