import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

/** What is wrong, and the way to where it can be put right. */
export interface Problem {
  message: string;
  onGoToField: () => void;
}

interface ErrorSummaryProps {
  /** A new object each time a problem is found, so that the focus comes back here even for the same words. */
  found: object;
  problems: readonly Problem[];
}

/** NHS error summary: says that there is a problem, takes the focus and leads to the field. Never red (design §6). */
export function ErrorSummary({ found, problems }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const announced = useRef<object>(null);
  useEffect(() => {
    if (announced.current === found) return;
    announced.current = found;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  return (
    <div className="errorSummary" ref={element} tabIndex={-1} role="alert" aria-labelledby="errorSummaryTitle">
      <Icon name="warning" />
      <div>
        <h2 className="errorSummary__title" id="errorSummaryTitle">
          {t('problem.heading')}
        </h2>
        {problems.map(({ message, onGoToField }) => (
          <button type="button" className="errorSummary__link" key={message} onClick={onGoToField}>
            {message}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The message at the field itself. */
export function ErrorMessage({ id, children }: { id: string; children: string }) {
  return (
    <p className="errorMessage" id={id}>
      {children}
    </p>
  );
}
