import { printerSentences, printerStandings, printingWords as words, usedForWords } from '../../../text/desk/printing';
import { Icon } from '../../../ui/Icon';
import { DataTable } from '../../parts/DataTable';
import type { PrinterLine } from './printerRows';

/** Printers as they stand: which is there, what it is set for, and what somebody has to do at it. */
export function PrinterTable({ lines }: { lines: readonly PrinterLine[] }) {
  const { columns } = words;
  return (
    <DataTable
      caption={words.tableTitle}
      rows={lines}
      keyOf={({ name }) => name}
      empty={words.noPrintersTitle}
      columns={[
        { key: 'printer', heading: columns.printer, cell: (line) => <PrinterName {...line} /> },
        { key: 'state', heading: columns.state, cell: (line) => <Standing {...line} /> },
        { key: 'use', heading: columns.use, cell: ({ sizes, isForTickets }) => usedForWords(sizes, isForTickets) },
        { key: 'todo', heading: columns.todo, cell: (line) => <Todo {...line} /> },
      ]}
    />
  );
}

function PrinterName({ name, description, location }: PrinterLine) {
  const about = [description, location].filter((part) => part !== '' && part !== name);
  return (
    <>
      <strong className="desk-printing__name">{name}</strong>
      {about.length === 0 ? null : <span className="desk-printing__about">{about.join(', ')}</span>}
    </>
  );
}

function Standing(line: PrinterLine) {
  const isWell = printerSentences(line).length === 0;
  return (
    <span className={`desk-printing__state${isWell ? '' : ' desk-printing__state--wrong'}`}>
      <Icon name={isWell ? 'tick' : 'warning'} />
      {printerStandings[line.state]}
    </span>
  );
}

function Todo(line: PrinterLine) {
  const sentences = printerSentences(line);
  if (sentences.length === 0) return <span className="desk-printing__quiet">{words.nothingToDo}</span>;
  return (
    <ul className="desk-printing__todo">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
