import type { Changes, Topic } from './ports';

/** Changes within this process. A listener that throws is a bug and must not keep the others from hearing. */
export function createChanges(): Changes {
  const listeners = new Map<() => void, readonly Topic[]>();
  return {
    publish(topic) {
      for (const [listener, topics] of listeners) if (topics.includes(topic)) queueMicrotask(listener);
    },
    subscribe(topics, listener) {
      // A wrapper of its own, so that one function may listen twice.
      const entry = (): void => {
        listener();
      };
      listeners.set(entry, topics);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
