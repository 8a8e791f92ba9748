import type { ImportProgress } from '../../../preload/contract/desk/lists';
import { ImportRefused, type ImportedFile } from '../importLists';
import { problemsShown } from './preview';

/**
 * Runs an import and tells how far it has got, then what became of it. The import goes on even if nobody listens any more: half an import is
 * none. A listener who is slow hears only the newest.
 * @param work throws ImportRefused when nothing was taken in.
 */
export async function* progressOf(
  work: (progress: (text: string) => void) => Promise<ImportedFile[]>,
): AsyncGenerator<ImportProgress, void, void> {
  let newest: string | null = null;
  let wake: () => void = () => undefined;
  let isOver = false;
  const importing = work((text) => {
    newest = text;
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // Waited for below; a listener who has gone must not make it an unhandled failure.
  importing.catch(() => undefined);
  for (;;) {
    if (newest !== null) {
      const text: string = newest;
      newest = null;
      yield { kind: 'progress', text };
    } else if (isOver) break;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
  try {
    const files = await importing;
    yield {
      kind: 'done',
      files: files.map((file) => ({ ...file, problems: file.problems.slice(0, problemsShown) })),
    };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    yield { kind: 'refused', reason: error.message, problems: error.problems.slice(0, problemsShown) };
  }
}
