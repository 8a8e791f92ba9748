import { describe, expect, test } from 'vitest';
import type { CheckInAnswer, KioskSnapshot } from '../../../preload/contract/kiosk';
import type { KioskClient } from '../../../renderer/kiosk/kioskClient';
import { runRequests } from '../../../renderer/kiosk/requests';
import { createStore } from '../../../renderer/kiosk/store';
import type { FlowStore } from '../../../renderer/kiosk/store';
import { dateOfBirth, goodAnswer, readySnapshot } from './support';

/** What main was asked, in order, with a way to answer each claim when the test wants to. */
interface Main {
  client: KioskClient;
  asked: string[];
  claims: { answer(value: CheckInAnswer): void; fail(): void }[];
}

function fakeMain(isHelpWorking = true): Main {
  const asked: string[] = [];
  const claims: Main['claims'] = [];
  const client: KioskClient = {
    live: () => Promise.reject(new Error('not followed in these tests')),
    checkIn: {
      claim() {
        asked.push('claim');
        return new Promise((resolve, reject) => {
          claims.push({ answer: resolve, fail: () => reject(new Error('INTERNAL')) });
        });
      },
      dispute({ handle }) {
        asked.push(`dispute ${handle}`);
        return Promise.resolve({ kind: 'disputed' });
      },
    },
    help: {
      call() {
        asked.push('help');
        return isHelpWorking ? Promise.resolve({ known: true }) : Promise.reject(new Error('INTERNAL'));
      },
    },
    visit: {
      touch: () => Promise.resolve({}),
      end() {
        asked.push('end');
        return Promise.resolve({});
      },
    },
    page: { painted: () => Promise.resolve({}), alive: () => Promise.resolve({}) },
  };
  return { client, asked, claims };
}

function begin(main: Main, snapshot: KioskSnapshot = readySnapshot()): FlowStore {
  const store = createStore();
  runRequests(store, main.client);
  store.dispatch({ type: 'snapshotArrived', snapshot });
  return store;
}

function askAbout(store: FlowStore): void {
  store.dispatch({ type: 'checkInTapped' });
  for (const event of dateOfBirth('14', '5', '1977')) store.dispatch(event);
  store.dispatch({ type: 'keyPressed', key: 'K' });
  store.dispatch({ type: 'continueTapped' });
}

/** Lets promises that are settled already run their course. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('the runner', () => {
  test('asks main once per request, however often the screen changes meanwhile', async () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    store.dispatch({ type: 'tick', milliseconds: 250 });
    store.dispatch({ type: 'tick', milliseconds: 250 });
    main.claims[0]?.answer(goodAnswer);
    await settle();
    expect(main.asked).toEqual(['claim']);
    expect(store.get().screen).toMatchObject({ kind: 'ending', ending: goodAnswer });
  });

  test('drops an answer whose patient has gone, and does not show it to the next one who asks', async () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    store.dispatch({ type: 'idle' });
    askAbout(store);
    main.claims[0]?.answer(goodAnswer);
    await settle();
    expect(store.get().screen.kind).toBe('asking');
    main.claims[1]?.answer({ kind: 'byPhone' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'ending', ending: { kind: 'byPhone' } });
  });

  test('sends the patient to reception when main fails', async () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    main.claims[0]?.fail();
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'ending', ending: { kind: 'reception' } });
  });

  test('tells main when a visit is over, before anybody else can begin one', () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    store.dispatch({ type: 'idle' });
    askAbout(store);
    expect(main.asked).toEqual(['claim', 'end', 'claim']);
  });

  test('tells main of a disputed arrival, also when the patient walks off at once', async () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    main.claims[0]?.answer(goodAnswer);
    await settle();
    store.dispatch({ type: 'notMineTapped' });
    store.dispatch({ type: 'idle' });
    const handle = 'handle' in goodAnswer ? goodAnswer.handle : '';
    expect(main.asked).toEqual(['claim', `dispute ${handle}`, 'end']);
  });

  test('goes on saying call out to staff when main cannot take the alert', async () => {
    const main = fakeMain(false);
    const store = begin(main);
    store.dispatch({ type: 'helpTapped' });
    await settle();
    expect(main.asked).toEqual(['help']);
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', isKnown: false });
  });

  test('says that reception knows once main says so', async () => {
    const main = fakeMain();
    const store = begin(main);
    store.dispatch({ type: 'helpTapped' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', isKnown: true });
  });
});
