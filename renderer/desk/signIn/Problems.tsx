import { useEffect, useRef } from 'react';
import { signInWords } from '../../text/desk/signIn';

/** Something wrong, and the id of the field it is about; null: of none. */
export interface Problem {
  inputId: string | null;
  message: string;
}

/** NHS error summary: says that there is a problem, takes the focus whenever there are new ones, and leads to each field. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) element.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="desk-signIn__problems" ref={element} tabIndex={-1} role="alert">
      <h2 className="desk-signIn__problemsTitle">{signInWords.problem}</h2>
      <ul>
        {problems.map(({ inputId, message }) => (
          <li key={message}>
            {inputId === null ? (
              message
            ) : (
              <a
                href={`#${inputId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
