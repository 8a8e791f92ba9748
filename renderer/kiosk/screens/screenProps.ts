import type { FlowEvent } from '../flow/events';

/** Events out: all a screen can do. */
export type Dispatch = (event: FlowEvent) => void;
