import type { ReactNode } from 'react';

interface EndingPageProps {
  answer: ReactNode;
  next: ReactNode;
  /** `full`: much to say, so what stands around it gives way; `quiet`: little to say, and nothing to do next. */
  look?: 'full' | 'quiet' | undefined;
}

/** An ending in two halves: the answer, then what to do. Side by side in landscape, one above the other in portrait. */
export function EndingPage({ answer, next, look }: EndingPageProps) {
  return (
    <div className={`ending${look === undefined ? '' : ` ending--${look}`}`}>
      <div className="ending__answer">{answer}</div>
      <div className="ending__next">{next}</div>
    </div>
  );
}
