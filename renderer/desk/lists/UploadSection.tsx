import { listsWords } from '../../text/desk/lists';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { failureWords } from '../../text/desk/frame';
import { DropZone } from './DropZone';
import { FilePreview } from './FilePreview';
import { MappingWizard } from './MappingWizard';
import { ProblemTable } from './ProblemTable';
import { canBeUsed, toDescribe, type ChosenFile, type UploadState } from './uploadState';
import { useUpload } from './useUpload';

const words = listsWords.upload;

/** A newer list by hand: chosen or dropped, looked at, and only then used. */
export function UploadSection({ client, onUsed }: { client: DeskClient; onUsed: () => Promise<void> }) {
  const upload = useUpload(client, onUsed);
  const { state } = upload;
  const isBusy = state.phase === 'checking' || state.phase === 'using';
  return (
    <Section title={words.title}>
      <Outcome state={state} />
      {state.phase === 'looked' ? (
        <Looked files={state.files} client={client} upload={upload} />
      ) : (
        <DropZone isBusy={isBusy} onFiles={upload.choose} />
      )}
      <div role="status">{state.phase === 'checking' ? <Checking files={state.files} /> : null}</div>
      {state.phase === 'using' ? (
        <p className="desk-lists__progress" role="status">
          {state.said ?? words.using}
          <progress aria-label={words.using} />
        </p>
      ) : null}
    </Section>
  );
}

function Outcome({ state }: { state: UploadState }) {
  switch (state.phase) {
    case 'idle':
      return state.isTooMany ? <Notice kind="warning">{words.tooMany}</Notice> : null;
    case 'done':
      return <Notice kind="success">{words.used(state.used.reduce((sum, { loaded }) => sum + loaded, 0))}</Notice>;
    case 'refused':
      return (
        <>
          <Notice kind="error" title={words.refused}>
            {state.reason}
          </Notice>
          <ProblemTable problems={state.problems} />
        </>
      );
    case 'failed':
      return <Notice kind="error">{failedWords(state.code)}</Notice>;
    default:
      return null;
  }
}

function failedWords(code: string): string {
  if (code === 'UNREADABLE') return words.unreadable;
  if (code === 'LOST') return words.lost;
  return (words.failures as Readonly<Record<string, string>>)[code] ?? failureWords(code);
}

function Checking({ files }: { files: readonly ChosenFile[] }) {
  return (
    <ul className="desk-lists__files">
      {files.map(({ key, name, sent, preview }) =>
        preview === null ? (
          <li key={key} className="desk-lists__progress">
            {sent < 1 ? words.sending(name) : words.looking(name)}
            <progress aria-label={words.sending(name)} value={sent} max={1} />
          </li>
        ) : null,
      )}
    </ul>
  );
}

interface LookedProps {
  files: readonly ChosenFile[];
  client: DeskClient;
  upload: ReturnType<typeof useUpload>;
}

function Looked({ files, client, upload }: LookedProps) {
  const described = toDescribe(files);
  const isUsable = canBeUsed(files);
  return (
    <>
      {described?.preview?.kind === 'unknownHeadings' ? (
        <MappingWizard
          key={described.key}
          client={client}
          seen={described.preview}
          onSaved={upload.lookAgain}
          onCancel={upload.clear}
        />
      ) : (
        <>
          {isUsable ? <Notice kind="info">{words.notUsedYet}</Notice> : null}
          {!isUsable && files.length > 1 ? <Notice kind="info">{words.cannotUse}</Notice> : null}
          {files.map(({ key, preview }) => (preview === null ? null : <FilePreview key={key} preview={preview} />))}
          <div className="desk-lists__actions">
            {isUsable ? (
              <Button kind="primary" onPress={upload.takeIntoUse}>
                {files.length === 1 ? words.use : words.takeAll(files.length)}
              </Button>
            ) : null}
            <Button onPress={upload.clear}>{files.length === 1 ? words.throwAway : words.throwAwayAll}</Button>
          </div>
        </>
      )}
    </>
  );
}
