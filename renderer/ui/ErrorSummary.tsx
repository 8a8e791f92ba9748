import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface ErrorSummaryProps {
  /** A new object each time a problem is found, so that the focus comes back here even for the same words. */
  problem: object;
  message: string;
  onGoToField: () => void;
}

/** NHS error summary: says that there is a problem, takes the focus and leads to the field. Never red (design §6). */
export function ErrorSummary({ problem, message, onGoToField }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const announced = useRef<object>(null);
  useEffect(() => {
    if (announced.current === problem) return;
    announced.current = problem;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div className="errorSummary" ref={element} tabIndex={-1} role="alert" aria-labelledby="errorSummaryTitle">
      <Icon name="warning" />
      <div>
        <h2 className="errorSummary__title" id="errorSummaryTitle">
          {t('problem.heading')}
        </h2>
        <button type="button" className="errorSummary__link" onClick={onGoToField}>
          {message}
        </button>
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
