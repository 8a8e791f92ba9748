import type { CheckInAnswer, KioskSnapshot } from '../../../preload/contract/kiosk';
import type { KioskClient } from '../../../renderer/kiosk/kioskClient';
import { runRequests } from '../../../renderer/kiosk/requests';
import { createStore } from '../../../renderer/kiosk/store';
import type { FlowStore } from '../../../renderer/kiosk/store';
import { reference } from './signUpSupport';
import { dateOfBirth, readySnapshot } from './support';

/** Main's name for the call for help. */
export const callId = '5f0c2f0e-8d62-4f5e-9a55-0f3a2f9c1d11';

/** What main was asked, in order, with a way to answer each claim when the test wants to. */
export interface Main {
  client: KioskClient;
  asked: string[];
  claims: { answer(value: CheckInAnswer): void; fail(): void }[];
}

/**
 * @param failures how many calls, other than claims, fail before the first that works.
 * @param failure what they fail with.
 */
export function fakeMain(failures = 0, failure: Error = new Error('INTERNAL')): Main {
  const asked: string[] = [];
  const claims: Main['claims'] = [];
  let left = failures;
  function reply<Value>(call: string, value: Value): Promise<Value> {
    asked.push(call);
    left -= 1;
    return left >= 0 ? Promise.reject(failure) : Promise.resolve(value);
  }
  const client: KioskClient = {
    live: () => Promise.reject(new Error('not followed in these tests')),
    checkIn: {
      claim() {
        asked.push('claim');
        return new Promise((resolve, reject) => {
          claims.push({ answer: resolve, fail: () => reject(new Error('INTERNAL')) });
        });
      },
      dispute: ({ handle }) => reply(`dispute ${handle}`, { kind: 'disputed' as const }),
      answer: ({ answer: { kind } }) => reply(`answer ${kind}`, { kind: 'noted' as const }),
      askedToCome: ({ handle }) => reply(`askedToCome ${handle}`, { kind: 'noted' as const }),
    },
    reception: { choose: ({ choice }) => reply(`choose ${choice}`, { ticket: 'K7P' }) },
    walkIn: { join: () => reply('join', { ticket: 'C4W' }) },
    signUp: {
      send: ({ kind, draftId }) => reply(`send ${kind} ${draftId}`, { reference }),
    },
    tickets: { print: () => reply('print', { state: 'printed' as const }) },
    help: { call: () => reply('help', { callId }) },
    visit: {
      touch: () => Promise.resolve({}),
      end({ isVisitorGone }) {
        asked.push(isVisitorGone ? 'end' : 'end, same visitor');
        return Promise.resolve({});
      },
    },
    page: {
      painted: () => Promise.resolve({}),
      alive: () => Promise.resolve({}),
      openDesk: () => Promise.resolve({}),
    },
  };
  return { client, asked, claims };
}

/** A page that is connected to `main`. */
export function begin(main: Main, snapshot: KioskSnapshot = readySnapshot()): FlowStore {
  const store = createStore();
  runRequests(store, main.client);
  store.dispatch({ type: 'snapshotArrived', snapshot });
  return store;
}

/** A visit up to its claim. */
export function askAbout(store: FlowStore): void {
  store.dispatch({ type: 'checkInTapped' });
  for (const event of dateOfBirth('14', '5', '1977')) store.dispatch(event);
  store.dispatch({ type: 'keyPressed', key: 'K' });
  store.dispatch({ type: 'continueTapped' });
}

/** A visit that main has answered. */
export async function afterCheckIn(main: Main, answer: CheckInAnswer): Promise<FlowStore> {
  const store = begin(main);
  askAbout(store);
  main.claims[0]?.answer(answer);
  await settle();
  return store;
}

/** Lets promises that are settled already run their course. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
