import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import { Button } from '../../../ui/Button';
import { Heading } from '../../../ui/Heading';
import { QrCode } from '../../../ui/QrCode';
import type { Dispatch } from '../screenProps';
import { WhatToBring } from './WhatToBring';

interface StartProps {
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/** The first page of sign-up: most people can do it at home; what it takes here; and the quiet way for whoever has an account. */
export function Start({ snapshot, dispatch }: StartProps) {
  const { t } = useTranslation();
  const { signUpOffers } = snapshot;
  return (
    <div className="signUpStart">
      <div className="signUpStart__words">
        <Heading>{t('signUpEnds.signUp')}</Heading>
        <p className="signUpStart__lead">{t('signUpEnds.start.lead')}</p>
      </div>
      <section className="signUpStart__home" aria-labelledby="atHome">
        <div>
          <h2 className="signUpStart__heading" id="atHome">
            {t('signUpEnds.start.home.heading')}
          </h2>
          <p>{t('signUpEnds.start.home.words')}</p>
        </div>
        <QrCode text={signUpOffers.nhsAppLink} label={t('signUpEnds.start.home.code')} />
      </section>
      <section className="card signUpStart__here" aria-labelledby="here">
        <div>
          <h2 className="signUpStart__heading" id="here">
            {t('signUpEnds.start.here.heading')}
          </h2>
          <p>{t('signUpEnds.start.here.words')}</p>
        </div>
        <WhatToBring offers={signUpOffers} look="list" />
      </section>
      <div className="signUpStart__onward">
        <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'continueTapped' })}>
          {t('action.continue')}
        </Button>
      </div>
      <div className="signUpStart__ways">
        <p className="signUpStart__account" id="account">
          {t('signUpEnds.start.account')}
        </p>
        <Button onPress={() => dispatch({ type: 'backTapped' })}>{t('action.back')}</Button>
        <Button describedBy="account" onPress={() => dispatch({ type: 'accountTapped' })}>
          {t('signUpEnds.start.haveAccount')}
        </Button>
      </div>
    </div>
  );
}
