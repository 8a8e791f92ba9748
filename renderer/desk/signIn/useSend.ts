import { useState } from 'react';
import { failureOf, type AskFailure } from '../parts/failure';

/** Sends a form, once at a time. Unlike `useAsk` it tells the frame nothing: here being signed out or locked is no surprise. */
export function useSend() {
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    send<Answer>(
      work: () => Promise<Answer>,
      onAnswer: (answer: Answer) => void,
      onFailure: (failure: AskFailure) => void,
    ): void {
      if (isBusy) return;
      setBusy(true);
      void work()
        .then(onAnswer, (error: unknown) => onFailure(failureOf(error)))
        .finally(() => setBusy(false));
    },
  };
}
