import { useState } from 'react';
import type { AuditEntryShown } from '../../../preload/contract/desk/audit';
import { auditWords } from '../../text/desk/audit';
import { handingWords } from '../../text/desk/settings';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';
import { CopyBox } from '../settings/CopyBox';
import { canDownload, download } from '../settings/handing';
import type { TabProps } from '../tabProps';
import { actionIn, actorIn, detailIn, shortId, whenIn } from './detail';
import { exportTrail } from './exportTrail';
import { Filters } from './Filters';
import { Finding } from './Finding';
import type { AuditFinding } from './Finding';
import { everything, useTrail } from './useTrail';

/** What can be copied out of a box by hand, where no file can be saved. */
const rowsToCopy = 1000;

/** The audit trail: read, filtered, verified and exported. */
export function AuditTab({ client }: TabProps) {
  const trail = useTrail(client);
  const { page, filter } = trail;
  const verifying = useAsk();
  const exporting = useAsk();
  const [finding, setFinding] = useState<AuditFinding | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [copy, setCopy] = useState<{ text: string; lead: string } | null>(null);
  /** Filters that something else than their form has set are put into it by making it anew. */
  const [formNumber, setFormNumber] = useState(0);

  if (page === null) {
    return (
      <div className="desk-page">
        <Section title={auditWords.title}>
          <FailureNotice failure={trail.failure} />
          {trail.failure === null ? (
            <p role="status">{auditWords.loading}</p>
          ) : (
            <Button onPress={() => void trail.show(everything)}>{auditWords.again}</Button>
          )}
        </Section>
      </div>
    );
  }
  const verify = async () => {
    setFinding(null);
    setFinding(await verifying.ask(() => client.audit.verify({})));
  };
  const exportAll = async () => {
    const mayDownload = canDownload();
    const file = await exporting.ask(() =>
      exportTrail(client, filter, (rows) => setTold(auditWords.exporting(rows)), mayDownload ? undefined : rowsToCopy),
    );
    setTold(null);
    if (file === null) return;
    if (mayDownload) {
      download(file.fileName, 'text/csv', file.parts);
      setTold(file.isCut ? auditWords.exportedCut(file.rows) : auditWords.exported(file.rows));
      return;
    }
    const lead = file.isCut ? handingWords.cutLead(file.rows) : handingWords.exportLead;
    setCopy({ text: file.parts.join(''), lead });
  };
  const showVisit = async (subjectId: string) => {
    await trail.show({ ...everything, subjectId });
    setFormNumber((number) => number + 1);
  };
  return (
    <div className="desk-page">
      <Section
        title={auditWords.title}
        lead={auditWords.lead}
        actions={
          <>
            <Button isSmall isDisabled={verifying.isBusy} onPress={() => void verify()}>
              {verifying.isBusy ? auditWords.verifying : auditWords.verify}
            </Button>
            <Button isSmall isDisabled={exporting.isBusy} onPress={() => void exportAll()}>
              {auditWords.export}
            </Button>
          </>
        }
      >
        <FailureNotice failure={verifying.failure ?? exporting.failure ?? trail.failure} />
        {finding === null ? null : <Finding finding={finding} />}
        {told === null ? null : <Notice kind="info">{told}</Notice>}
        <Filters
          key={formNumber}
          filter={filter}
          actors={page.actors}
          actions={page.actions}
          isBusy={trail.isBusy}
          onShow={(wanted) => void trail.show(wanted)}
        />
        <div className="desk-audit__table">
          <DataTable
            caption={auditWords.caption}
            isCaptionHidden
            rows={page.rows}
            keyOf={({ sequence }) => sequence}
            empty={auditWords.empty}
            columns={[
              { key: 'number', heading: auditWords.number, align: 'end', cell: ({ sequence }) => sequence },
              { key: 'time', heading: auditWords.time, cell: ({ at }) => whenIn(at) },
              { key: 'who', heading: auditWords.who, cell: ({ actor }) => actorIn(actor) },
              { key: 'what', heading: auditWords.what, cell: ({ action }) => actionIn(action) },
              { key: 'visit', heading: auditWords.visit, cell: (row) => visitCell(row, showVisit) },
              { key: 'detail', heading: auditWords.detail, cell: detailCell },
            ]}
          />
        </div>
        {page.next === null ? null : (
          <Button isDisabled={trail.isBusy} onPress={() => void trail.more()}>
            {auditWords.more}
          </Button>
        )}
        {copy === null ? null : (
          <CopyBox title={auditWords.exportTitle} lead={copy.lead} text={copy.text} onClose={() => setCopy(null)} />
        )}
      </Section>
    </div>
  );
}

function visitCell({ subjectId }: AuditEntryShown, onShow: (subjectId: string) => Promise<void>) {
  if (subjectId === null) return null;
  const id = shortId(subjectId);
  return (
    <Button kind="quiet" isSmall label={auditWords.onlyThisVisit(id)} onPress={() => void onShow(subjectId)}>
      {id}
    </Button>
  );
}

function detailCell({ action, detail }: AuditEntryShown) {
  return <span className="desk-audit__detail">{detailIn(action, detail)}</span>;
}
