import type { ReactNode } from 'react';
import type { PrintingSnapshot } from '../../../../preload/contract/desk/printing';
import { printingWords as words } from '../../../text/desk/printing';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import type { TabProps } from '../../tabProps';
import { PaperPrinters } from './PaperPrinters';
import { PrinterTable } from './PrinterTable';
import { printerLines } from './printerRows';

interface PrintersPanelProps extends TabProps {
  /** Null: not known yet. */
  printing: PrintingSnapshot | null;
}

/** The printers of the kiosk machine: how they stand, what they are set for, and pages to see that all is right. */
export function PrintersPanel({ client, who, printing }: PrintersPanelProps) {
  if (printing === null) return <Frame>{<p role="status">{words.loading}</p>}</Frame>;
  const { printers, isKeeping } = printing;
  if (printers === null) {
    return (
      <Frame>
        <Sentences kind="warning" title={words.noSystemTitle} sentences={words.noSystem} />
      </Frame>
    );
  }
  const lines = printerLines(printing);
  return (
    <Frame>
      {isKeeping === true ? (
        <Sentences kind="warning" title={words.keepingTitle} sentences={[...words.keeping, words.keepingDone]} />
      ) : null}
      {printers.length === 0 ? (
        <Sentences kind="warning" title={words.noPrintersTitle} sentences={words.noPrinters} />
      ) : null}
      {lines.length === 0 ? null : (
        <>
          <PrinterTable lines={lines} />
          <PaperPrinters client={client} who={who} printing={printing} />
        </>
      )}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Section title={words.title} lead={words.lead}>
      {children}
    </Section>
  );
}

function Sentences({ kind, title, sentences }: { kind: 'warning'; title: string; sentences: readonly string[] }) {
  return (
    <Notice kind={kind} title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
