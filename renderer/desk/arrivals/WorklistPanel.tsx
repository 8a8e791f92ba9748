import { useState } from 'react';
import type { WorklistItem } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, copyOf, nameOf } from '../../text/desk/arrivals';
import { startOf } from '../../text/desk/times';
import { Icon } from '../../ui/Icon';
import type { DeskClient } from '../deskClient';
import { isSounding } from '../flow/sounds';
import { Button } from '../parts/Button';
import { useAsk } from '../parts/useAsk';
import { copyText } from './copyText';
import { Panel } from './Panel';
import { Refusal } from './Refusal';

const { worklist: words } = arrivalsWords;

interface WorklistPanelProps {
  client: DeskClient;
  worklist: readonly WorklistItem[];
  now: string;
}

type Copied = { arrivalId: string; isCopied: boolean };

/** Arrivals to mark in the clinical system: one click copies and says "I am on it", a second marks. */
export function WorklistPanel({ client, worklist, now }: WorklistPanelProps) {
  const { ask, failure } = useAsk();
  const [copied, setCopied] = useState<Copied | null>(null);
  const [latest, setLatest] = useState<WorklistItem | null>(null);
  const isLate = worklist.some((item) => isSounding(item, now));

  async function copy(item: WorklistItem): Promise<void> {
    setCopied({ arrivalId: item.arrivalId, isCopied: await copyText(copyOf(item)) });
    if (item.takenBy === null) await ask(() => client.worklist.take({ arrivalId: item.arrivalId }));
  }
  async function mark(item: WorklistItem): Promise<void> {
    const done = await ask(() => client.worklist.mark({ arrivalId: item.arrivalId }));
    if (done !== null) setLatest(item);
  }
  async function unmark(item: WorklistItem): Promise<void> {
    await ask(() => client.worklist.unmark({ arrivalId: item.arrivalId }));
    setLatest(null);
  }

  return (
    <Panel
      title={words.title}
      count={worklist.length}
      empty={words.empty}
      look={isLate ? 'urgent' : worklist.some((item) => now >= item.amberAt) ? 'amber' : 'plain'}
    >
      <Refusal failure={failure} />
      {latest === null ? null : (
        <p className="desk-work__latest" role="status">
          {words.marked(nameOf(latest))}{' '}
          <Button isSmall kind="quiet" onPress={() => void unmark(latest)}>
            {words.undo}
          </Button>
        </p>
      )}
      <ul className="desk-panel-box__list">
        {worklist.map((item) => (
          <WorkItem
            key={item.arrivalId}
            item={item}
            now={now}
            copied={copied?.arrivalId === item.arrivalId ? copied : null}
            onCopy={() => void copy(item)}
            onMark={() => void mark(item)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface WorkItemProps {
  item: WorklistItem;
  now: string;
  copied: Copied | null;
  onCopy: () => void;
  onMark: () => void;
}

function WorkItem({ item, now, copied, onCopy, onMark }: WorkItemProps) {
  const isLate = isSounding(item, now);
  const isAmber = now >= item.amberAt;
  const state = isLate ? words.sounding : isAmber ? words.amber : null;
  return (
    <li className={`desk-work${isLate ? ' desk-work--late' : isAmber ? ' desk-work--amber' : ''}`}>
      <div className="desk-work__top">
        <p className="desk-work__name">{nameOf(item)}</p>
        {state === null || item.takenBy !== null ? null : (
          <p className="desk-work__state">
            <Icon name="clock" />
            {state}
          </p>
        )}
      </div>
      <div className="desk-work__words">
        <p className="desk-arrivals__small">
          {startOf(item.start)} {item.clinician}
        </p>
        {item.takenBy === null ? null : <p className="desk-arrivals__small">{words.taken(item.takenBy)}</p>}
        {copied?.isCopied === false ? (
          <p>
            {words.notCopied} <b>{copyOf(item)}</b>
          </p>
        ) : null}
      </div>
      <div className="desk-work__buttons">
        <Button isSmall label={words.copyOf(nameOf(item))} onPress={onCopy}>
          {copied?.isCopied ? words.copied : words.copy}
        </Button>
        <Button isSmall label={words.markOf(nameOf(item))} onPress={onMark}>
          <Icon name="tick" />
          {words.mark}
        </Button>
      </div>
    </li>
  );
}
