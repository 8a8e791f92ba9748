import { useEffect, useRef } from 'react';
import { settingsWords } from '../../text/desk/settings';
import type { RuleName } from '../../text/desk/settingsRules';
import { ruleOfProblem } from './ruleTable';

interface ProblemSummaryProps {
  /** A new list each time something was refused, so that the focus comes here even for the same words. */
  problems: readonly string[];
  onGoTo: (name: RuleName) => void;
}

/** NHS error summary: says that nothing was saved, takes the focus, and leads to the settings. */
export function ProblemSummary({ problems, onGoTo }: ProblemSummaryProps) {
  const element = useRef<HTMLDivElement>(null);
  const announced = useRef<readonly string[]>(null);
  useEffect(() => {
    if (announced.current === problems) return;
    announced.current = problems;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [problems]);
  return (
    <div className="desk-settings__summary" ref={element} tabIndex={-1} role="alert">
      <h3 className="desk-settings__summaryTitle">{settingsWords.problems}</h3>
      <ul>
        {problems.map((problem) => {
          const name = ruleOfProblem(problem);
          return (
            <li key={problem}>
              {name === null ? (
                problem
              ) : (
                <button type="button" className="desk-settings__link" onClick={() => onGoTo(name)}>
                  {problem}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
