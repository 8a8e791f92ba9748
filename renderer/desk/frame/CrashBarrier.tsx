import { Component } from 'react';
import type { ReactNode } from 'react';
import { frameWords } from '../../text/desk/frame';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';

/** A tab that cannot be drawn says so; the frame around it, with its alerts and ways out, stands. */
export class CrashBarrier extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <div className="desk-page">
        <Notice kind="error" title={frameWords.crashedTitle}>
          <p>{frameWords.crashed}</p>
          <Button onPress={() => this.setState({ hasCrashed: false })}>{frameWords.tryAgain}</Button>
        </Notice>
      </div>
    );
  }
}
