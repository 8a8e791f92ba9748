import type { Preview } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import { Notice } from '../parts/Notice';
import { ProblemTable } from './ProblemTable';

const words = listsWords.preview;

/** What one file would bring. */
export function FilePreview({ preview }: { preview: Preview }) {
  if (preview.kind === 'unknownHeadings') return null;
  if (preview.kind === 'refused') {
    return (
      <Notice kind="error" title={words.refused}>
        {preview.reason}
      </Notice>
    );
  }
  const { file, profile, rows, loaded, skipped, problems, tooManyBad } = preview;
  return (
    <div className="desk-lists__preview">
      <p className="desk-lists__previewTitle">
        <strong className="desk-lists__name">{file}</strong>
        <span className="desk-lists__quiet">{words.ready(listsWords.source(profile))}</span>
      </p>
      <dl className="desk-lists__counts">
        <div>
          <dt>{words.rows}</dt>
          <dd>{rows.toLocaleString('en-GB')}</dd>
        </div>
        <div>
          <dt>{words.loaded}</dt>
          <dd>{loaded.toLocaleString('en-GB')}</dd>
        </div>
        <div>
          <dt>{words.skipped}</dt>
          <dd>{skipped.toLocaleString('en-GB')}</dd>
        </div>
      </dl>
      {tooManyBad ? <Notice kind="error">{words.tooManyBad}</Notice> : null}
      {problems.length === 0 ? (
        <p className="desk-lists__quiet">{words.noProblems}</p>
      ) : (
        <ProblemTable problems={problems} />
      )}
    </div>
  );
}
