import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { Dispatch } from './screenProps';
import { beginSignUp } from './SignUpWay';

/** For whoever the list says has no online account, once a day: a calm offer below everything that they need to know. */
export function Invitation({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  return (
    <section className="card invitation">
      <p>{t('signUpEnds.invitation')}</p>
      <Button icon="online" onPress={() => beginSignUp(dispatch)}>
        {t('signUpEnds.signUp')}
      </Button>
    </section>
  );
}
