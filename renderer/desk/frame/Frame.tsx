import { useCallback, useMemo, useState } from 'react';
import type { SessionState, Who } from '../../../preload/contract/desk/session';
import { frameWords } from '../../text/desk/frame';
import type { DeskClient } from '../deskClient';
import type { LiveState } from '../flow/live';
import { Notice } from '../parts/Notice';
import { OwnAccountDialog } from './OwnAccountDialog';
import { CrashBarrier } from './CrashBarrier';
import { DeskFeedContext } from './deskContext';
import { Head } from './Head';
import { HeadStatus } from './HeadStatus';
import type { MachineClock } from './machineClock';
import { TabList, panelIdOf, tabIdOf } from './TabList';
import { tabsFor } from './tabs';
import { useMachineNow } from './useMachineNow';

interface FrameProps {
  about: Pick<SessionState, 'practice' | 'mode'>;
  who: Who;
  client: DeskClient;
  clock: MachineClock;
  live: LiveState;
  mute: { mutedUntil: string | null; toggle: () => void };
  isSoundAllowed: boolean;
  onLock: () => void;
  onSignOut: () => void;
}

/** What stands around the tabs. Stays as it is, out of sight, while the desk is locked: unsaved work comes back. */
export function Frame({ about, who, client, clock, live, mute, isSoundAllowed, onLock, onSignOut }: FrameProps) {
  const tabs = useMemo(() => tabsFor(who.roles), [who.roles]);
  const [chosen, setChosen] = useState<string | null>(null);
  /** Tabs that were looked at before the present one: those that are kept are still there. */
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isOwnOpen, setOwnOpen] = useState(false);
  const active = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  const isReceptionist = who.roles.includes('receptionist');
  const now = useMachineNow(clock);
  const activeId = active?.id ?? '';
  const goTo = useCallback(
    (id: string) => {
      setVisited((before) => new Set([...before, activeId]));
      setChosen(id);
    },
    [activeId],
  );
  const feed = useMemo(() => ({ live, clock, goTo }), [live, clock, goTo]);
  return (
    <DeskFeedContext value={feed}>
      <Head
        about={about}
        who={who}
        mutedUntil={mute.mutedUntil}
        doesSound={isReceptionist}
        isSoundAllowed={isSoundAllowed}
        onMute={mute.toggle}
        onOwnAccount={() => setOwnOpen(true)}
        onLock={onLock}
        onSignOut={onSignOut}
      />
      <section className="desk-bar" aria-label={frameWords.bar}>
        {tabs.length > 0 ? <TabList tabs={tabs} active={activeId} onChange={goTo} /> : null}
        {live.head === null ? null : (
          <HeadStatus head={live.head} unmarked={live.worklist.length} now={now} onLists={() => goTo('lists')} />
        )}
        {live.lostSince === null ? null : (
          <p className="desk-lost" role="status">
            {frameWords.lostSince(live.lostSince)}
          </p>
        )}
      </section>
      <main className="desk-main">
        {tabs.length === 0 ? (
          <div className="desk-page">
            <Notice kind="info">{frameWords.noTabs}</Notice>
          </div>
        ) : null}
        {tabs.map(({ id, Tab, isKept }) =>
          id === activeId || (isKept && visited.has(id)) ? (
            <div
              key={id}
              className="desk-panel"
              role="tabpanel"
              id={panelIdOf(id)}
              aria-labelledby={tabIdOf(id)}
              hidden={id !== activeId}
            >
              <CrashBarrier>
                <Tab client={client} who={who} />
              </CrashBarrier>
            </div>
          ) : (
            <div key={id} role="tabpanel" id={panelIdOf(id)} aria-labelledby={tabIdOf(id)} hidden />
          ),
        )}
      </main>
      {isOwnOpen ? <OwnAccountDialog client={client} who={who} onClose={() => setOwnOpen(false)} /> : null}
    </DeskFeedContext>
  );
}
