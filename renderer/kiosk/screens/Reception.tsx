import { useTranslation } from 'react-i18next';
import type { ReadySnapshot, ReceptionKind } from '../../../preload/contract/kiosk';
import { Button } from '../../ui/Button';
import { Heading } from '../../ui/Heading';
import type { IconName } from '../../ui/Icon';
import { DangerSigns } from './DangerSigns';
import type { Dispatch } from './screenProps';

const icons: Record<ReceptionKind, IconName> = {
  noAppointment: 'calendar',
  prescription: 'paper',
  sample: 'sample',
  register: 'pen',
  interpreterOrVisitor: 'people',
  somethingElse: 'question',
};

interface ReceptionProps {
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/** "What do you need?": why somebody is here who has no appointment to check in for. Asks for nothing that says who they are.
 * The ways to a human stand in the frame, as at every question. */
export function Reception({ snapshot, dispatch }: ReceptionProps) {
  const { t } = useTranslation();
  return (
    <div className="needed">
      <div className="needed__words">
        <Heading>{t('reception.heading')}</Heading>
        <DangerSigns />
      </div>
      <ul className="needed__choices">
        {snapshot.walkIn === null ? null : (
          <li>
            <Button size="choice" icon="queue" onPress={() => dispatch({ type: 'walkInTapped' })} describedBy="walkIn">
              {t('action.walkIn')}
            </Button>
            <p className="needed__walkIn" id="walkIn">
              {t('welcome.walkIn', { name: snapshot.walkIn.name })}
            </p>
          </li>
        )}
        {snapshot.reception.map(({ kind, label }) => (
          <li key={kind}>
            <Button
              size="choice"
              icon={icons[kind]}
              onPress={() => dispatch({ type: 'receptionChosen', choice: kind })}
            >
              {label ?? t(`reception.${kind}.label`)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="needed__ways">
        <Button onPress={() => dispatch({ type: 'backTapped' })}>{t('action.back')}</Button>
      </div>
    </div>
  );
}
