import { longestPublicLink, publicLinkProblems } from '../../../../preload/contract/rules/publicLink';
import { linkWords as words } from '../../../text/desk/settings';
import { QrCode } from '../../../ui/QrCode';
import { TextField } from '../../parts/TextField';
import { asText } from '../values';
import type { EditorProps } from './editorProps';

/** A link that everybody is shown, with the very code it becomes: it can be tried with a phone before it is saved. */
export function LinkEditor({ title, value, onChange }: EditorProps) {
  const link = asText(value);
  const [problem] = publicLinkProblems(link);
  return (
    <div className="desk-link">
      <div className="desk-link__field">
        <TextField
          label={title}
          isLabelHidden
          maxLength={longestPublicLink}
          problem={problem === undefined ? null : words.problem(problem)}
          value={link}
          // Spaces come along with a copied address, and are in none.
          onChange={(typed) => onChange(typed.trim())}
        />
      </div>
      <figure className="desk-link__code">
        {problem === undefined ? (
          <>
            <QrCode text={link} label={words.code(title)} />
            <figcaption>
              {words.reads} <span className="desk-link__reads">{link}</span>
            </figcaption>
          </>
        ) : (
          <figcaption>{words.noCode}</figcaption>
        )}
      </figure>
    </div>
  );
}
