import { auditWords } from '../../text/desk/audit';
import type { DeskClient } from '../deskClient';
import { Notice } from '../parts/Notice';
import { whenIn } from './detail';

export type AuditFinding = Awaited<ReturnType<DeskClient['audit']['verify']>>;

/** What looking the whole chain through has come to, in plain words. */
export function Finding({ finding }: { finding: AuditFinding }) {
  if (!finding.isSound) {
    return (
      <Notice kind="error" title={auditWords.brokenTitle}>
        <p>{auditWords.why[finding.why]}</p>
        <p>{auditWords.soundUntil(finding.soundRows)}</p>
        <p>{auditWords.brokenDo}</p>
      </Notice>
    );
  }
  const { rows, anchors, lastAnchorAt } = finding;
  const isAnchored = anchors > 0 && lastAnchorAt !== null;
  return (
    <Notice kind="success" title={auditWords.soundTitle}>
      <p>{auditWords.sound(rows)}</p>
      <p>{isAnchored ? auditWords.anchored(anchors, whenIn(lastAnchorAt)) : auditWords.notAnchored}</p>
    </Notice>
  );
}
