import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** What it is for, in a sentence. */
  lead?: string | undefined;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled block of a tab. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="desk-section" aria-labelledby={id}>
      <div className="desk-section__head">
        <h2 className="desk-section__title" id={id}>
          {title}
        </h2>
        {actions ? <div className="desk-section__actions">{actions}</div> : null}
      </div>
      {lead ? <p className="desk-section__lead">{lead}</p> : null}
      {children}
    </section>
  );
}
