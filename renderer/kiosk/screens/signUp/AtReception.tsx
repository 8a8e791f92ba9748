import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { QuestionPage } from '../QuestionPage';
import type { SignUpPageProps } from './signUpProps';

/** A child under 11 at the screen: somebody helps, and the button tells them. */
export function UnderEleven({ dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <QuestionPage
      heading={t('signUp.underEleven.heading')}
      field={
        <div className="kind">
          <p>{t('signUp.underEleven.lead')}</p>
          <p>{t('signUp.underEleven.go')}</p>
        </div>
      }
      pad={<p className="kindNote">{t('signUp.underEleven.grownUp')}</p>}
      look="choice"
      onward={
        <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'continueTapped' })}>
          {t('signUp.underEleven.send')}
        </Button>
      }
      dispatch={dispatch}
    />
  );
}

/** Who asks for another person is under 16: nothing is sent, and reception helps. */
export function AskerUnderSixteen({ dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <QuestionPage
      heading={t('signUp.askerUnderSixteen.heading')}
      field={
        <div className="kind">
          <p>{t('signUp.askerUnderSixteen.lead')}</p>
        </div>
      }
      pad={<p className="kindNote">{t('signUp.askerUnderSixteen.slip')}</p>}
      look="choice"
      dispatch={dispatch}
    />
  );
}
