import { useId } from 'react';
import type { ReactNode } from 'react';

interface PanelProps {
  title: string;
  count: number;
  /** What is said where there is nothing. */
  empty: string;
  /** `urgent`: somebody has to go now; `amber`: waits for too long. */
  look?: 'urgent' | 'amber' | 'plain';
  actions?: ReactNode;
  children: ReactNode;
}

/** One of the lists beside the table, with how many it holds. */
export function Panel({ title, count, empty, look = 'plain', actions, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`desk-panel-box desk-panel-box--${look}`} aria-labelledby={id}>
      <div className="desk-panel-box__head">
        <h2 className="desk-panel-box__title" id={id}>
          {title} <span className="desk-panel-box__count">{count}</span>
        </h2>
        {actions}
      </div>
      {count === 0 ? <p className="desk-panel-box__empty">{empty}</p> : null}
      {children}
    </section>
  );
}
