import { useTranslation } from 'react-i18next';
import { Toggle } from '../../../ui/Toggle';
import { QuestionPage } from '../QuestionPage';
import { services } from './choiceLists';
import { messagesOf } from './problemWords';
import type { SignUpPageProps } from './signUpProps';

/** What is applied for; record access is a decision of its own (design §7). */
export function ServicesPage({ screen, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  const { who, services: chosen } = screen.draft;
  const problems = messagesOf(t, screen).map(({ message }) => ({ message, onGoToField: focusFirstService }));
  return (
    <QuestionPage
      heading={t('signUp.services.heading')}
      hints={[t(who === 'someoneElse' ? 'signUp.services.theirHint' : 'signUp.services.hint')]}
      problem={problems.length === 0 ? null : { found: screen.problems, problems }}
      pad={
        <div className="services" role="group" aria-labelledby="question">
          {services.map((service) => (
            <Toggle
              key={service}
              isChosen={chosen.includes(service)}
              onPress={() => dispatch({ type: 'serviceToggled', service })}
            >
              {t(`signUp.services.${service}`)}
            </Toggle>
          ))}
        </div>
      }
      look="choice"
      dispatch={dispatch}
    />
  );
}

function focusFirstService(): void {
  document.querySelector<HTMLElement>('.services button')?.focus();
}
