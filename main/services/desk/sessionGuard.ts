import type { DeskMeta } from '../../../preload/contract/desk/roles';
import type { Changes } from '../ports';
import { judge } from './authorise';
import { refusalError, type SessionRefusal } from './authoriseRefusal';
import type { Sessions } from './sessions';
import { createTurnsOfLoop } from './sessionTurns';

/** All live streams of desks, whatever they tell. */
const ownTurn = createTurnsOfLoop();

/**
 * Ends a live stream as soon as its session may no longer have it: signed out, revoked, expired, locked, or without the role. Whoever has the
 * secret of a session is looked up when a stream begins; without this it would go on for as long as the page stays.
 * @throws ORPCError SIGNED_OUT, LOCKED or FORBIDDEN, as the contract names them.
 */
export async function* guardStream<T>(
  stream: AsyncIterator<T, unknown, undefined>,
  options: {
    roles: DeskMeta['roles'];
    token: string | null;
    sessions: Pick<Sessions, 'find'>;
    changes: Pick<Changes, 'subscribe'>;
  },
): AsyncGenerator<T, void, void> {
  const { roles, token, sessions, changes } = options;
  const session: { refusal: SessionRefusal | null } = { refusal: null };
  let stopWaiting = (): void => undefined;
  const look = async (): Promise<void> => {
    const verdict = judge(roles, await sessions.find(token));
    if (verdict.isAllowed) return;
    session.refusal = verdict.why;
    stopWaiting();
  };
  // Not a race with one promise for all: that would hold on to everything that was ever sent, for as long as the page stays.
  const nextOrRefused = (): Promise<IteratorResult<T, unknown> | null> =>
    new Promise((resolve, reject) => {
      stopWaiting = () => resolve(null);
      if (session.refusal === null) stream.next().then(resolve, reject);
      else resolve(null);
    });
  // A store that fails for a moment ends nothing: whoever asks next fails by themselves.
  const unsubscribe = changes.subscribe(['staff'], () => void look().catch(() => undefined));
  try {
    await look();
    for (;;) {
      const next = await nextOrRefused();
      await ownTurn();
      if (session.refusal !== null) throw refusalError(session.refusal);
      if (next === null) continue;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    unsubscribe();
    // Not waited for: a stream that waits for its next change ends with it, or when its page goes.
    Promise.resolve(stream.return?.()).catch(() => undefined);
  }
}
