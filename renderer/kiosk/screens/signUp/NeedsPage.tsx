import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { NeedsForm } from '../NeedsForm';
import type { SignUpPageProps } from './signUpProps';

/** Help with communication or information, for the appointment at which identity is checked and for what is sent. */
export function NeedsPage({ screen, snapshot, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <NeedsForm
      heading={t('signUp.needs.heading')}
      hint={t('signUp.needs.hint')}
      chosen={screen.draft.needs}
      language={screen.draft.language}
      languages={snapshot.interpreterLanguages}
      otherWay={<Button onPress={() => dispatch({ type: 'startAgainTapped' })}>{t('action.startAgain')}</Button>}
      dispatch={dispatch}
    />
  );
}
