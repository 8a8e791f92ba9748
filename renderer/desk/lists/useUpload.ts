import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { DeskClient } from '../deskClient';
import { failureOf } from '../parts/failure';
import { isOfSession, SessionRefused } from '../parts/session';
import { sendFile, UnreadableFile, type SendableFile } from './sendFile';
import { afterWord, chosen, idle, mostFiles, withFile, type ChosenFile, type UploadState } from './uploadState';

interface Upload {
  state: UploadState;
  choose(files: readonly SendableFile[]): void;
  /** Looks at the files once more: their columns have been described. */
  lookAgain(): void;
  takeIntoUse(): void;
  /** Drops what was chosen, or what came of it. */
  clear(): void;
}

/** Sends files, has them looked at, and has them taken into use. One at a time; what is no longer wanted is thrown away at the machine. */
export function useUpload(client: DeskClient, onUsed: () => Promise<void>): Upload {
  const refused = useContext(SessionRefused);
  const [state, setState] = useState<UploadState>(idle);
  const running = useRef<AbortController | null>(null);
  const kept = useRef<string[]>([]);

  const throwAway = useCallback(() => {
    running.current?.abort();
    running.current = null;
    for (const uploadId of kept.current.splice(0)) void client.lists.discard({ uploadId }).catch(() => undefined);
  }, [client]);
  useEffect(() => throwAway, [throwAway]);

  /** Runs one step; what it says when it is no longer the newest step is not heard. */
  const run = useCallback(
    (work: (tell: (next: (before: UploadState) => UploadState) => void, signal: AbortSignal) => Promise<void>) => {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      const tell = (next: (before: UploadState) => UploadState): void => {
        if (!own.signal.aborted) setState(next);
      };
      void work(tell, own.signal).catch((error: unknown) => {
        if (own.signal.aborted) return;
        const code = error instanceof UnreadableFile ? 'UNREADABLE' : failureOf(error).code;
        if (isOfSession(code) || code === 'FORBIDDEN') refused();
        setState({ phase: 'failed', code });
      });
    },
    [refused],
  );

  const look = useCallback(
    async (files: readonly ChosenFile[], tell: (next: (before: UploadState) => UploadState) => void) => {
      let looked = files;
      for (const { key, uploadId } of files) {
        if (uploadId === null) continue;
        const preview = await client.lists.preview({ uploadId });
        looked = withFile(looked, key, { preview });
        const now = looked;
        tell(() => ({ phase: 'checking', files: now }));
      }
      tell(() => ({ phase: 'looked', files: looked }));
    },
    [client],
  );

  return {
    state,
    choose(given) {
      throwAway();
      if (given.length === 0 || given.length > mostFiles) {
        setState({ phase: 'idle', isTooMany: given.length > 0 });
        return;
      }
      run(async (tell, signal) => {
        let files = chosen(given.map(({ name }) => name));
        const show = (): void => {
          const now = files;
          tell(() => ({ phase: 'checking', files: now }));
        };
        show();
        for (const [key, file] of given.entries()) {
          const progress = (sent: number): void => {
            files = withFile(files, key, { sent });
            show();
          };
          const uploadId = await sendFile(client.lists, file, progress, signal);
          kept.current.push(uploadId);
          files = withFile(files, key, { uploadId });
        }
        await look(files, tell);
      });
    },
    lookAgain() {
      if (state.phase === 'looked') run((tell) => look(state.files, tell));
    },
    takeIntoUse() {
      if (state.phase !== 'looked') return;
      const { files } = state;
      run(async (tell) => {
        tell(() => ({ phase: 'using', files, said: null }));
        const uploadIds = files.flatMap(({ uploadId }) => uploadId ?? []);
        try {
          for await (const word of await client.lists.use({ uploadIds })) tell((before) => afterWord(before, word));
        } finally {
          // Used or not, the machine keeps them no longer.
          kept.current = [];
          await onUsed();
        }
      });
    },
    clear() {
      throwAway();
      setState(idle);
    },
  };
}
