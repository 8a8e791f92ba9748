import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/Icon';

const icons = { info: 'question', success: 'tick', warning: 'warning', error: 'warning' } as const satisfies Record<
  string,
  IconName
>;

interface NoticeProps {
  kind: 'info' | 'success' | 'warning' | 'error';
  title?: string | undefined;
  children: ReactNode;
}

/** Something to know. Spoken when it appears, at once if it is a warning or an error; never takes the focus. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div
      className={`desk-notice desk-notice--${kind}`}
      role={kind === 'error' || kind === 'warning' ? 'alert' : 'status'}
    >
      <Icon name={icons[kind]} />
      <div className="desk-notice__words">
        {title ? <p className="desk-notice__title">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
  );
}
