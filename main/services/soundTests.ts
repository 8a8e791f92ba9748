import type { Changes } from './ports';

/** Staff try the sound of this machine: pages that see the number rise sound once. */
export interface SoundTests {
  count(): number;
  ring(): void;
}

export function createSoundTests(changes: Pick<Changes, 'publish'>): SoundTests {
  let count = 0;
  return {
    count: () => count,
    ring() {
      count += 1;
      changes.publish('session');
      changes.publish('calls');
    },
  };
}
