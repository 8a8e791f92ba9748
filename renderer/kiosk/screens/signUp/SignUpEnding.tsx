import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import type { Reference } from '../../../../preload/contract/rules/reference';
import { Panel } from '../../../ui/Panel';
import { QrCode } from '../../../ui/QrCode';
import type { SignUpEndingScreen } from '../../flow/signUp/state';
import { DangerSigns } from '../DangerSigns';
import { EndingPage } from '../EndingPage';
import { EndingWays } from '../EndingWays';
import type { Dispatch } from '../screenProps';
import { spokenReference } from './spokenReference';
import { WhatToBring } from './WhatToBring';

interface SignUpEndingProps {
  screen: SignUpEndingScreen;
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/**
 * What happens next with whatever was sent. The same for everything, so that nobody who looks on learns what it was; blue, as green means
 * checked in and nothing else.
 */
export function SignUpEnding({ screen, snapshot, dispatch }: SignUpEndingProps) {
  const { t } = useTranslation();
  return (
    <EndingPage
      look="full"
      answer={
        <>
          <Panel look="info" icon="card" heading={t('signUpEnds.ending.heading')}>
            <p className="panel__lead">{t('signUpEnds.ending.lead')}</p>
          </Panel>
          <ReferenceCard reference={screen.reference} />
        </>
      }
      next={
        <>
          <div className="card signUpEnd">
            <WhatToBring offers={snapshot.signUpOffers} look="short" />
            <p className="signUpEnd__noCheckIn">{t('signUpEnds.noCheckIn')}</p>
          </div>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} isFeelWorseShown />
          <EndingWays isCheckInOpen={snapshot.checkIn.state === 'open'} paper={screen.paper} dispatch={dispatch} />
        </>
      }
    />
  );
}

/** Large enough to be copied from where one stands; the code holds the reference and nothing else. */
function ReferenceCard({ reference }: { reference: Reference }) {
  const { t } = useTranslation();
  return (
    <section className="reference" aria-labelledby="reference">
      <div className="reference__words">
        <h2 className="reference__label" id="reference">
          {t('signUpEnds.ending.reference')}
        </h2>
        <p
          className="reference__code"
          role="img"
          aria-label={t('signUpEnds.ending.spoken', { letters: spokenReference(reference) })}
        >
          {reference}
        </p>
        <p>{t('signUpEnds.ending.keep')}</p>
      </div>
      <QrCode text={reference} label={t('signUpEnds.ending.code')} />
    </section>
  );
}
