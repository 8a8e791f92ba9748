import { staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import type { Listed } from './useStaff';

type Session = Listed['sessions'][number];

interface SessionsTableProps {
  sessions: Listed['sessions'];
  staff: Listed['staff'];
  isBusy: boolean;
  onEnd: (sessionId: string) => void;
}

/** Where somebody is signed in, and a way to end it. */
export function SessionsTable(props: SessionsTableProps) {
  return (
    <DataTable
      caption={staffWords.sessions}
      isCaptionHidden
      empty={staffWords.noSessions}
      rows={props.sessions}
      keyOf={({ sessionId }) => sessionId}
      columns={columnsOf(props)}
    />
  );
}

function columnsOf({ staff, isBusy, onEnd }: SessionsTableProps) {
  const words = staffWords.sessionColumns;
  const names = new Map(staff.map(({ staffId, displayName }) => [staffId, displayName]));
  const nameOf = ({ staffId }: Session): string => names.get(staffId) ?? staffWords.unknownName;
  return [
    {
      key: 'who',
      heading: words.who,
      cell: (session: Session) => <div className="desk-staff__name">{nameOf(session)}</div>,
    },
    {
      key: 'device',
      heading: words.device,
      cell: ({ device, from }: Session) => `${device}, ${from === 'kiosk' ? staffWords.atKiosk : from}`,
    },
    { key: 'since', heading: words.since, cell: ({ since }: Session) => staffWords.when(since) },
    { key: 'lastUsed', heading: words.lastUsed, cell: ({ lastUsedAt }: Session) => staffWords.when(lastUsedAt) },
    {
      key: 'state',
      heading: words.state,
      cell: ({ isLocked }: Session) => (isLocked ? staffWords.locked : staffWords.open),
    },
    {
      key: 'actions',
      heading: words.actions,
      cell: (session: Session) =>
        session.isThisOne ? (
          staffWords.thisOne
        ) : (
          <Button
            isSmall
            isDisabled={isBusy}
            label={staffWords.labelOf(staffWords.end, nameOf(session))}
            onPress={() => onEnd(session.sessionId)}
          >
            {staffWords.end}
          </Button>
        ),
    },
  ];
}
