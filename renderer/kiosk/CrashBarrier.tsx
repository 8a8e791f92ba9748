import { Component } from 'react';
import type { ReactNode } from 'react';
import { OutOfService } from './screens/OutOfService';

const tryAgainMilliseconds = 3_000;

interface CrashBarrierProps {
  onCrash: () => void;
  children: ReactNode;
}

/** A screen that cannot be drawn ends the visit, says "Please speak to reception", and Welcome is tried again shortly. */
export class CrashBarrier extends Component<CrashBarrierProps, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(): void {
    this.props.onCrash();
    setTimeout(() => this.setState({ hasCrashed: false }), tryAgainMilliseconds);
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <OutOfService /> : this.props.children;
  }
}
