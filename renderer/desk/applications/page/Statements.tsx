import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { pageWords as words } from '../../../text/desk/applicationsPage';

/** What was agreed to at the kiosk, word for word and when; folded, as it is long. */
export function Statements({ agreed }: Pick<ApplicationDetail, 'agreed'>) {
  if (agreed === null) return null;
  return (
    <details className="desk-application__statements">
      <summary>{words.statements(agreed.statements.length)}</summary>
      <ol>
        {agreed.statements.map((statement) => (
          <li key={statement.words}>
            {statement.words} <span className="desk-applications__small">{words.agreedAt(statement.at)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
