import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { PaperWay } from '../flow/state';
import { PaperButton } from './PaperButton';
import type { Dispatch } from './screenProps';

interface EndingWaysProps {
  isCheckInOpen: boolean;
  /** "Try again", once (design §6). */
  canTryAgain?: boolean;
  /** "This is not my appointment", on the good endings. */
  canDispute?: boolean;
  /** "I was asked to come in", for an appointment that is not in person. */
  canSayAsked?: boolean;
  /** On endings that hold a reference or a ticket. */
  paper?: PaperWay;
  dispatch: Dispatch;
}

/** The ways out of an ending. The first is the one to take next. */
export function EndingWays(props: EndingWaysProps) {
  const { isCheckInOpen, canTryAgain, canDispute, canSayAsked, paper, dispatch } = props;
  const { t } = useTranslation();
  return (
    <div className="ending__ways">
      {canSayAsked === true ? (
        <Button isWide onPress={() => dispatch({ type: 'askedToComeTapped' })}>
          {t('action.askedToCome')}
        </Button>
      ) : null}
      {canTryAgain === true ? (
        <Button look="primary" onPress={() => dispatch({ type: 'tryAgainTapped' })}>
          {t('action.tryAgain')}
        </Button>
      ) : null}
      {paper === undefined ? null : <PaperButton paper={paper} dispatch={dispatch} />}
      <Button look={canTryAgain === true ? 'plain' : 'primary'} onPress={() => dispatch({ type: 'finishTapped' })}>
        {t('action.finish')}
      </Button>
      {isCheckInOpen ? (
        <Button onPress={() => dispatch({ type: 'someoneElseTapped' })}>{t('action.someoneElse')}</Button>
      ) : null}
      {canDispute === true ? (
        <Button onPress={() => dispatch({ type: 'notMineTapped' })}>{t('action.notMine')}</Button>
      ) : null}
    </div>
  );
}
