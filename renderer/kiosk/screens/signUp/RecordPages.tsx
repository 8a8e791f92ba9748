import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { QuestionPage } from '../QuestionPage';
import type { Dispatch } from '../screenProps';
import type { SignUpPageProps } from './signUpProps';

/** What to think of before seeing one's record: the practice's words. */
export function RecordTopics({ snapshot, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <QuestionPage
      heading={t('signUp.record.heading')}
      hints={[t('signUp.record.hint')]}
      pad={
        <ul className="topics">
          {snapshot.signUpOffers.recordTopics.map((topic) => (
            <li className="topics__topic" key={topic}>
              {topic}
            </li>
          ))}
        </ul>
      }
      look="read"
      otherWay={<TalkFirst dispatch={dispatch} />}
      dispatch={dispatch}
    />
  );
}

/** One statement, agreed to by itself. */
export function Statement({ screen, snapshot, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  const { statements } = snapshot.signUpOffers;
  const place = screen.draft.agreed.length;
  return (
    <QuestionPage
      heading={t('signUp.record.heading')}
      hints={[t('signUp.record.ask')]}
      pad={
        <div className="statement" id="statement">
          <p className="statement__count">
            {t('signUp.record.count', { number: place + 1, count: statements.length })}
          </p>
          <p className="statement__words">{statements[place]}</p>
        </div>
      }
      look="choice"
      onward={
        <Button
          look="primary"
          icon="tick"
          describedBy="statement"
          onPress={() => dispatch({ type: 'statementAgreed' })}
        >
          {t('signUp.agree')}
        </Button>
      }
      otherWay={<TalkFirst dispatch={dispatch} />}
      dispatch={dispatch}
    />
  );
}

/** The quiet exit, like any other way on the page: nobody who looks on learns anything (design §7). */
function TalkFirst({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  return <Button onPress={() => dispatch({ type: 'talkFirstTapped' })}>{t('signUp.talkFirst')}</Button>;
}
