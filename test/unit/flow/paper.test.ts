import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { printingOf } from '../../../renderer/kiosk/flow/paper';
import { step } from '../../../renderer/kiosk/flow/step';
import type { FlowState, PaperWay } from '../../../renderer/kiosk/flow/state';
import { askAbout, begin, fakeMain, settle } from './fakeMain';
import { runs, visit } from './runs';
import { adult, at, signUpTapped, taken } from './signUpSupport';
import { after, answer, answered, asking, askingGoodAnswer, goodAnswer, otherAnswers, readySnapshot } from './support';
import { requestIdOf, told, welcome, welcomeWith } from './support';

const print = { type: 'printTapped' } as const;
const withTicket = answer({ ...askingGoodAnswer, ticket: 'R8M' });
/** The same, on a kiosk with a printer. */
const canPrint = (state: FlowState): FlowState => told(state, { canPrint: true });
const good = answered(canPrint(asking), withTicket);

function paperOf({ screen }: FlowState): PaperWay {
  if (screen.kind === 'needs') return screen.ending.paper;
  if (!('paper' in screen)) throw new Error(`${screen.kind} has no paper`);
  return screen.paper;
}

/** A visit to each ending that holds a reference or a ticket, with or without a printer. */
function endings(isThere: boolean): FlowState[] {
  const start = welcomeWith({ canPrint: isThere, walkIn: { name: 'Flu clinic' } });
  const joining = after(start, { type: 'walkInTapped' });
  const choosing = after(start, { type: 'receptionTapped' }, { type: 'receptionChosen', choice: 'sample' });
  const sending = after(at('check', adult, after(start, signUpTapped)), { type: 'sendTapped' });
  return [
    answered(told(asking, { canPrint: isThere }), withTicket),
    after(joining, { type: 'joinAnswered', requestId: requestIdOf(joining), ticket: 'C4W' }),
    after(choosing, { type: 'choiceAnswered', requestId: requestIdOf(choosing), ticket: 'K7P' }),
    taken(sending),
  ];
}

describe('`Print this`', () => {
  test('is offered on each ending that holds something, where a printer is', () => {
    expect(endings(true).map((state) => paperOf(state).state)).toEqual(['offered', 'offered', 'offered', 'offered']);
    expect(endings(false).map((state) => paperOf(state).state)).toEqual(['none', 'none', 'none', 'none']);
  });

  test('is offered on no ending without a reference or a ticket', () => {
    for (const one of [goodAnswer, ...Object.values(otherAnswers)]) {
      expect(paperOf(answered(canPrint(asking), one))).toEqual({ state: 'none' });
    }
    const start = welcomeWith({ canPrint: true });
    const choosing = after(start, { type: 'receptionTapped' }, { type: 'receptionChosen', choice: 'sample' });
    const none = after(choosing, { type: 'choiceAnswered', requestId: requestIdOf(choosing), ticket: null });
    expect(paperOf(none)).toEqual({ state: 'none' });
  });

  test('asks main once, and the ending and its time stay as they are', () => {
    for (const ending of endings(true)) {
      const late = after(ending, { type: 'tick', milliseconds: 3_000 });
      const printing = after(late, print);
      const requestId = late.lastRequestId + 1;
      const paper = { state: 'printing', requestId, waitedMilliseconds: 0 };
      expect(printing).toEqual({ ...late, screen: { ...late.screen, paper }, lastRequestId: requestId });
      expect(after(printing, print)).toBe(printing);
    }
  });

  test.each(['printed', 'sent', 'failed'] as const)('says that it was %s, once, and is offered no more', (end) => {
    for (const ending of endings(true)) {
      const printing = after(ending, print);
      const done = after(printing, { type: 'ticketPrinted', requestId: printing.lastRequestId, end });
      expect(done).toEqual({ ...printing, screen: { ...printing.screen, paper: { state: end } } });
      expect(after(done, print)).toBe(done);
      const other = end === 'failed' ? 'printed' : 'failed';
      expect(after(done, { type: 'ticketPrinted', requestId: printing.lastRequestId, end: other })).toBe(done);
    }
  });

  test('that main refuses, or does not answer in time, could not be printed', () => {
    const printing = after(good, { type: 'moreTimeTapped' }, print);
    const requestId = printing.lastRequestId;
    expect(paperOf(after(printing, { type: 'requestFailed', requestId }))).toEqual({ state: 'failed' });
    expect(paperOf(after(printing, { type: 'tick', milliseconds: 24_999 })).state).toBe('printing');
    expect(paperOf(after(printing, { type: 'tick', milliseconds: 25_000 }))).toEqual({ state: 'failed' });
  });

  test('is no longer offered once the printer fails; what was asked for still says how it went', () => {
    for (const ending of endings(true)) {
      const changes = { canPrint: false, walkIn: { name: 'Flu clinic' } };
      expect(paperOf(told(ending, changes))).toEqual({ state: 'none' });
      expect(paperOf(told(told(ending, changes), { ...changes, canPrint: true }))).toEqual({ state: 'none' });
      const printing = after(ending, print);
      const gone = told(printing, changes);
      expect(paperOf(gone).state).toBe('printing');
      const done = after(gone, { type: 'ticketPrinted', requestId: printing.lastRequestId, end: 'failed' });
      expect(paperOf(done)).toEqual({ state: 'failed' });
    }
  });

  test('goes on behind the question that is opened meanwhile', () => {
    const printing = after(good, print);
    const opened = after(printing, { type: 'needsTapped' });
    expect(printingOf(opened.screen)).toEqual({ requestId: printing.lastRequestId });
    const done = after(opened, { type: 'ticketPrinted', requestId: printing.lastRequestId, end: 'printed' });
    expect(paperOf(done)).toEqual({ state: 'printed' });
    expect(paperOf(after(done, { type: 'backTapped' }))).toEqual({ state: 'printed' });
    expect(after(opened, print)).toBe(opened);
  });

  test('says nothing to the next person of the paper of the one before', () => {
    const printing = after(good, print);
    const next = after(printing, { type: 'someoneElseTapped' });
    expect(after(next, { type: 'ticketPrinted', requestId: printing.lastRequestId, end: 'failed' })).toBe(next);
    const sameTicket = answered(after(next, ...visit.slice(1)), withTicket);
    const late = { type: 'ticketPrinted', requestId: printing.lastRequestId, end: 'printed' } as const;
    expect(paperOf(after(sameTicket, late))).toEqual({ state: 'offered' });
  });
});

describe('whatever the printer does', () => {
  /** A state without what belongs to the paper. */
  function apart(state: FlowState): unknown {
    const without = JSON.stringify(state, (key, value: unknown) =>
      key === 'paper' || key === 'lastRequestId' ? undefined : value,
    );
    return JSON.parse(without);
  }

  test('no ending, no time and no other request is touched by it, in any state', () => {
    const end = fc.constantFrom('printed' as const, 'sent' as const, 'failed' as const);
    let papers = 0;
    fc.assert(
      fc.property(runs, end, (events, how) => {
        let state = canPrint(welcome);
        for (const event of events) {
          state = step(state, event);
          const own: FlowEvent[] = [print, { type: 'ticketPrinted', requestId: state.lastRequestId + 1, end: how }];
          if (after(state, print) !== state) papers += 1;
          expect(apart(after(state, ...own))).toEqual(apart(state));
        }
      }),
    );
    expect(papers).toBeGreaterThan(0);
  });
});

describe('the page', () => {
  /** The page on a good ending with a ticket and both questions. */
  async function onEnding(failures: number) {
    const main = fakeMain(failures);
    const store = begin(main, readySnapshot({ canPrint: true }));
    askAbout(store);
    main.claims[0]?.answer(withTicket);
    await settle();
    return { main, store };
  }

  test.each([
    [0, 'printed'],
    [1, 'failed'],
  ] as const)('asks main for the paper once, though %d fail', async (failures, state) => {
    const { main, store } = await onEnding(failures);
    store.dispatch(print);
    store.dispatch(print);
    await settle();
    expect(main.asked).toEqual(['claim', 'print']);
    expect(paperOf(store.get())).toEqual({ state });
  });

  test('prints and keeps an answer at the same time, each once', async () => {
    const { main, store } = await onEnding(0);
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'own', choice: 1 } });
    store.dispatch(print);
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'skipped', question: 'needs' } });
    await settle();
    expect(main.asked).toEqual(['claim', 'answer own', 'print', 'answer skipped']);
    expect(store.get().screen).toMatchObject({ sending: [], paper: { state: 'printed' } });
  });
});
