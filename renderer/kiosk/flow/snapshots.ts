import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import type { Service } from './state';

/** The last that main said of a well kiosk. */
export function lastSnapshot(service: Service): ReadySnapshot | null {
  switch (service.kind) {
    case 'ready':
      return service.snapshot;
    case 'lost':
      return service.last;
    case 'starting':
    case 'fault':
      return null;
  }
}
