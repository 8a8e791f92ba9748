import type { ReactNode } from 'react';

/** An ending in two halves: the answer, then what to do. Side by side in landscape, one above the other in portrait. */
export function EndingPage({ answer, next }: { answer: ReactNode; next: ReactNode }) {
  return (
    <div className="ending">
      <div className="ending__answer">{answer}</div>
      <div className="ending__next">{next}</div>
    </div>
  );
}
