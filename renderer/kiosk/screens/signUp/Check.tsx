import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { QuestionPage } from '../QuestionPage';
import { checkRows } from './checkRows';
import type { SignUpPageProps } from './signUpProps';

/** "Check your answers" (NHS pattern): everything that will be sent, each with the way to change it. */
export function Check({ screen, snapshot, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <QuestionPage
      heading={t('signUp.check.heading')}
      hints={[t('signUp.check.hint')]}
      pad={
        <dl className="answers">
          {checkRows(t, screen.draft, snapshot.today).map(({ label, answers, page }) => (
            <div className="answers__row" key={page}>
              <dt className="answers__asked">{label}</dt>
              <dd className="answers__answer">
                {answers.map((answer) => (
                  <p key={answer}>{answer}</p>
                ))}
              </dd>
              <dd className="answers__change">
                <Button onPress={() => dispatch({ type: 'changeTapped', page })}>
                  {t('signUp.check.change')} <span className="unseen">{label}</span>
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      }
      look="whole"
      onward={
        <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'sendTapped' })}>
          {t('signUp.send')}
        </Button>
      }
      dispatch={dispatch}
    />
  );
}
