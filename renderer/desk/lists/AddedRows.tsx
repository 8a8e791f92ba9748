import { listsWords } from '../../text/desk/lists';
import { birthOf, startOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { useAsk } from '../parts/useAsk';

export type AddedRow = Awaited<ReturnType<DeskClient['lists']['added']>>[number];

interface AddedRowsProps {
  client: DeskClient;
  rows: readonly AddedRow[];
  onChange: () => Promise<void>;
}

const words = listsWords.add;

/** Whom desks have added today and no list holds yet. */
export function AddedRows({ client, rows, onChange }: AddedRowsProps) {
  const { ask, isBusy, failure } = useAsk();
  const remove = async ({ appointmentId }: AddedRow): Promise<void> => {
    await ask(() => client.lists.removeAdded({ appointmentId }));
    await onChange();
  };
  const why = failure?.code === 'NOT_NOW' ? (failure.data as { why: string }).why : null;
  return (
    <div className="desk-lists__added">
      {why === null ? <FailureNotice failure={failure} /> : <Notice kind="warning">{why}</Notice>}
      <DataTable
        caption={words.rows}
        columns={columnsFor((row) => void remove(row), isBusy)}
        rows={rows}
        keyOf={({ appointmentId }) => appointmentId}
        empty={words.noRows}
      />
    </div>
  );
}

function columnsFor(remove: (row: AddedRow) => void, isBusy: boolean) {
  return [
    { key: 'start', heading: words.start, cell: ({ start }: AddedRow) => startOf(start) },
    { key: 'patient', heading: words.patient, cell: patientCell },
    {
      key: 'remove',
      heading: words.action,
      align: 'end' as const,
      cell: (row: AddedRow) => (
        <Button
          kind="quiet"
          isSmall
          isDisabled={isBusy}
          label={words.removeOf(row.lastName)}
          onPress={() => remove(row)}
        >
          {words.remove}
        </Button>
      ),
    },
  ];
}

function patientCell({ lastName, firstName, dateOfBirth, clinician }: AddedRow) {
  return (
    <>
      <strong>{[lastName, firstName].filter((one) => one !== '').join(', ')}</strong>
      <span className="desk-lists__quiet"> {birthOf(dateOfBirth)}</span>
      <br />
      {clinician}
    </>
  );
}
