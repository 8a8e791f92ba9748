import { useCallback, useEffect, useState } from 'react';
import { machineWords as words } from '../../text/desk/machine';
import { dayOf, timeOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';

type Board = Awaited<ReturnType<DeskClient['boards']['list']>>[number];

/** Boards of the waiting room: paired by the code they show, taken away with one press. */
export function Boards({ client, addresses }: { client: DeskClient; addresses: readonly string[] }) {
  const { ask, isBusy, failure } = useAsk();
  const [boards, setBoards] = useState<readonly Board[]>([]);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const look = useCallback(async () => {
    const found = await client.boards.list({}).catch(() => null);
    if (found !== null) setBoards(found);
  }, [client]);
  useEffect(() => {
    queueMicrotask(() => void look());
    const timer = window.setInterval(() => void look(), 5_000);
    return () => window.clearInterval(timer);
  }, [look]);
  const isReady = code.trim().length >= 4 && name.trim() !== '';
  const pair = async (): Promise<void> => {
    setSaid(null);
    const isDone = await ask(() => client.boards.pair({ code, name }));
    if (isDone === null) return;
    setSaid(words.paired(name));
    setCode('');
    setName('');
    await look();
  };
  const revoke = async (boardId: string): Promise<void> => {
    setSaid(null);
    await ask(() => client.boards.revoke({ boardId }));
    await look();
  };
  return (
    <Section title={words.boards} lead={words.boardsLead}>
      {addresses.slice(0, 1).map((address) => (
        <p key={address} className="desk-machine__address">
          {address}/board
        </p>
      ))}
      <form
        className="desk-machine__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void pair();
        }}
      >
        <TextField label={words.boardCode} value={code} onChange={setCode} width="short" maxLength={12} />
        <TextField label={words.boardName} value={name} onChange={setName} width="medium" maxLength={60} />
        <Button isSubmit isDisabled={isBusy || !isReady}>
          {words.pair}
        </Button>
      </form>
      {said ? <Notice kind="success">{said}</Notice> : null}
      <FailureNotice failure={failure} words={{ NO_SUCH_CODE: words.noSuchCode }} />
      <DataTable
        caption={words.boards}
        isCaptionHidden
        empty={words.noBoards}
        rows={boards}
        keyOf={({ boardId }) => boardId}
        columns={[
          { key: 'name', heading: words.columns.name, cell: (board) => board.name },
          { key: 'state', heading: words.columns.state, cell: stateOf },
          { key: 'seen', heading: words.columns.seen, cell: seenOf },
          { key: 'since', heading: words.columns.since, cell: ({ pairedAt }) => dayOf(pairedAt) },
          {
            key: 'action',
            heading: words.columns.action,
            cell: (board) => (
              <Button kind="quiet" label={words.revokeLabel(board.name)} onPress={() => void revoke(board.boardId)}>
                {words.revoke}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

function stateOf({ isConnected }: Board): string {
  return isConnected ? words.connected : words.notConnected;
}

function seenOf({ lastSeenAt }: Board): string {
  return lastSeenAt === null ? words.never : `${dayOf(lastSeenAt)}, ${timeOf(lastSeenAt)}`;
}
