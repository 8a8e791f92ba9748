import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { FlowStore } from '../../../renderer/kiosk/store';
import { begin, fakeMain, settle } from './fakeMain';
import type { Main } from './fakeMain';
import { adult, draftId, holder, reference, signUpTapped } from './signUpSupport';
import type { Answers } from './signUpSupport';

const call = `send self ${draftId}`;

/** Sends an application, and waits for what main says. */
async function afterSending(main: Main, answers: Answers = adult): Promise<FlowStore> {
  const store = sending(main, answers);
  await settle();
  return store;
}

function sending(main: Main, answers: Answers = adult): FlowStore {
  const store = begin(main);
  store.dispatch(signUpTapped);
  for (let { screen } = store.get(); screen.kind === 'signUp' && screen.page !== 'check'; { screen } = store.get())
    for (const event of answers[screen.page] ?? []) store.dispatch(event);
  store.dispatch({ type: 'sendTapped' });
  return store;
}

describe('the runner', () => {
  test('sends an application once, however often the screen changes meanwhile', async () => {
    const main = fakeMain();
    const store = sending(main);
    store.dispatch({ type: 'tick', milliseconds: 250 });
    store.dispatch({ type: 'touched' });
    store.dispatch({ type: 'sendTapped' });
    await settle();
    expect(main.asked).toEqual([call]);
    expect(store.get().screen).toMatchObject({ kind: 'signUpEnding', reference });
  });

  test('sends nothing of a draft before', () => {
    const main = fakeMain();
    const store = begin(main);
    store.dispatch(signUpTapped);
    for (const event of [...(adult.start ?? []), ...(adult.whoFor ?? []), ...(adult.name ?? [])]) store.dispatch(event);
    expect(main.asked).toEqual([]);
  });

  test('sends the same draft again when it failed, and says so when it failed twice', async () => {
    const once = fakeMain(1);
    expect((await afterSending(once)).get().screen.kind).toBe('signUpEnding');
    expect(once.asked).toEqual([call, call]);
    const never = await afterSending(fakeMain(2));
    expect(never.get().screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
  });

  test('shows the statements anew where they have changed, and no other refusal of main', async () => {
    const changed = new ORPCError('WORDS_CHANGED', { defined: true });
    const anew = await afterSending(fakeMain(2, changed));
    expect(anew.get().screen).toMatchObject({ kind: 'signUp', page: 'recordTopics', draft: { agreed: [] } });
    const closed = new ORPCError('SIGN_UP_CLOSED', { defined: true });
    const stopped = await afterSending(fakeMain(2, closed));
    expect(stopped.get().screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
    const holding = await afterSending(fakeMain(2, changed), holder);
    expect(holding.get().screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
  });

  test('tells main at once when nobody waits any more, and shows no answer that comes later', async () => {
    const main = fakeMain();
    const store = sending(main);
    store.dispatch({ type: 'tick', milliseconds: 5_000 });
    expect(main.asked).toEqual([call, 'end, same visitor']);
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
  });
});
