import { useState } from 'react';
import type { ApplicationsSnapshot } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import { applicationsWords as words } from '../../../text/desk/applications';
import { Button } from '../../parts/Button';
import { EndedRows } from './EndedRows';
import { QueueTable } from './QueueTable';
import { QueueTools } from './QueueTools';
import { orderEnded, orderOpen, viewQueue } from './queueRows';
import type { QueueView } from './queueRows';

interface QueueProps {
  snapshot: ApplicationsSnapshot;
  roles: readonly Role[];
  /** Machine instant, and the London day of it. */
  now: string;
  today: string;
  view: QueueView;
  onView: (view: QueueView) => void;
  onOpen: (applicationId: string) => void;
}

/** Applications that are open, and below them those that ended in the last days. */
export function Queue({ snapshot, roles, now, today, view, onView, onOpen }: QueueProps) {
  const open = orderOpen(snapshot.rows, today);
  const shown = viewQueue(open, view, roles);
  return (
    <div className="desk-applications__queue">
      <QueueTools rows={open} view={view} roles={roles} onView={onView} />
      <div className="desk-applications__scroll">
        {shown.length > 0 ? (
          <QueueTable rows={shown} now={now} today={today} onOpen={onOpen} />
        ) : (
          <div className="desk-applications__empty">
            {open.length === 0 ? (
              <>
                <p className="desk-applications__emptyTitle">{words.emptyTitle}</p>
                <p>{words.empty}</p>
              </>
            ) : (
              <>
                <p>{words.nothingFits}</p>
                <Button onPress={() => onView(everything)}>{words.showAll}</Button>
              </>
            )}
          </div>
        )}
        <EndedRows rows={orderEnded(snapshot.rows)} onOpen={onOpen} />
      </div>
    </div>
  );
}

const everything: QueueView = { filter: 'all', step: null, text: '' };

const atTheDesk: readonly Role[] = ['receptionist', 'verifier', 'authoriser', 'manager'];

/** How the queue is looked at, as it was left. Whoever only reviews or makes accounts begins with what is theirs. */
export function useQueueView(roles: readonly Role[]): [QueueView, (view: QueueView) => void] {
  return useState<QueueView>(() =>
    roles.some((role) => atTheDesk.includes(role)) ? everything : { ...everything, filter: 'mine' },
  );
}
