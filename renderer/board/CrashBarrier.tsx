import { Component } from 'react';
import type { ReactNode } from 'react';
import { boardWords } from '../text/board';

const tryAgainMilliseconds = 5_000;

/** A picture that cannot be drawn must not stand still as if nobody were called: the page says so and begins anew. */
export class CrashBarrier extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => window.location.reload(), tryAgainMilliseconds);
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <main className="plain">
        <h1 className="plain__heading">{boardWords.starting}</h1>
      </main>
    );
  }
}
