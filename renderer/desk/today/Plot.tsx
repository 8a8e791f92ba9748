import type { ReactNode } from 'react';
import { todayWords as words } from '../../text/desk/today';
import { Section } from '../parts/Section';

interface PlotProps {
  title: string;
  lead?: string | undefined;
  /** The same figures as a table; null where there are none yet. */
  table: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** A picture of some figures, with the figures themselves behind a switch. What was opened stays open when the figures are counted anew. */
export function Plot({ title, lead, table, isWide = false, children }: PlotProps) {
  return (
    <div className={`desk-today__plot${isWide ? ' desk-today__plot--wide' : ''}`}>
      <Section title={title} lead={lead}>
        {children}
        {table === null ? null : (
          <details className="desk-today__table">
            <summary>{words.asTable}</summary>
            {table}
          </details>
        )}
      </Section>
    </div>
  );
}
