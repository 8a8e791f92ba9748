import { describe, expect, test } from 'vitest';
import { afterCheckIn, askAbout, begin, callId, fakeMain, settle } from './fakeMain';
import { askingGoodAnswer, barcode, comeInHandle, goodAnswer, otherAnswers, readySnapshot } from './support';

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
    main.claims[1]?.answer(otherAnswers.byPhone);
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

  test('tells main at once when the patient goes on without its answer, and then calls for help', () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    store.dispatch({ type: 'receptionTapped' });
    expect(main.asked).toEqual(['claim', 'end, same visitor']);
    store.dispatch({ type: 'someoneElseTapped' });
    store.dispatch({ type: 'backTapped' });
    main.asked.length = 0;
    askAbout(store);
    store.dispatch({ type: 'helpTapped' });
    expect(main.asked).toEqual(['claim', 'end, same visitor', 'help']);
  });

  test('tells main when it took too long to answer', () => {
    const main = fakeMain();
    const store = begin(main);
    askAbout(store);
    store.dispatch({ type: 'tick', milliseconds: 15_000 });
    expect(main.asked).toEqual(['claim', 'end, same visitor']);
  });

  test('calls for help once, however often it is pressed', async () => {
    const main = fakeMain();
    const store = begin(main);
    for (let press = 0; press < 20; press += 1) {
      store.dispatch({ type: 'helpTapped' });
      store.dispatch({ type: 'helpTapped' });
      store.dispatch({ type: 'tick', milliseconds: 500 });
      store.dispatch({ type: 'finishTapped' });
    }
    await settle();
    expect(main.asked.filter((call) => call === 'help')).toHaveLength(1);
    store.dispatch({ type: 'helpTapped' });
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', callId, isKnown: false });
  });

  test('calls for help again when the first call failed', async () => {
    const main = fakeMain(1);
    const store = begin(main);
    store.dispatch({ type: 'helpTapped' });
    await settle();
    store.dispatch({ type: 'helpTapped' });
    await settle();
    expect(main.asked).toEqual(['help', 'help']);
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', callId });
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
    const main = fakeMain(1);
    const store = begin(main);
    store.dispatch({ type: 'helpTapped' });
    await settle();
    expect(main.asked).toEqual(['help']);
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', isKnown: false });
  });

  test('says that staff have been told once a desk has acknowledged this very call', async () => {
    const main = fakeMain();
    const store = begin(main);
    store.dispatch({ type: 'helpTapped' });
    await settle();
    const tell = (revision: number, helpAcknowledged: string): void =>
      store.dispatch({ type: 'snapshotArrived', snapshot: readySnapshot({ revision, helpAcknowledged }) });
    tell(100, '0b7a9c1e-1111-4222-8333-444455556666');
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', isKnown: false });
    tell(101, callId);
    expect(store.get().screen).toMatchObject({ kind: 'helpCalled', isKnown: true });
  });

  test('tells main whether the visitor has gone, or goes on with somebody else', async () => {
    const main = fakeMain();
    const store = begin(main);
    for (const next of [{ type: 'someoneElseTapped' } as const, { type: 'scanned', barcode } as const]) {
      askAbout(store);
      main.claims.at(-1)?.answer(goodAnswer);
      await settle();
      store.dispatch(next);
      store.dispatch({ type: 'backTapped' });
    }
    expect(main.asked).toEqual(['claim', 'end, same visitor', 'end', 'claim', 'end, same visitor', 'end']);
  });

  test('sends each answer to a question once, though the ending stays on the screen', async () => {
    const main = fakeMain();
    const store = await afterCheckIn(main, askingGoodAnswer);
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'skipped', question: 'needs' } });
    store.dispatch({ type: 'tick', milliseconds: 250 });
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'own', choice: 0 } });
    store.dispatch({ type: 'touched' });
    store.dispatch({ type: 'tick', milliseconds: 250 });
    store.dispatch({ type: 'finishTapped' });
    await settle();
    expect(main.asked).toEqual(['claim', 'answer skipped', 'answer own', 'end']);
  });

  test('sends an answer again when it failed, and takes the thanks back when it failed twice', async () => {
    const once = fakeMain(1);
    const kept = await afterCheckIn(once, askingGoodAnswer);
    const lost = await afterCheckIn(fakeMain(2), askingGoodAnswer);
    for (const store of [kept, lost]) {
      store.dispatch({ type: 'questionAnswered', answer: { kind: 'needs', needs: ['braille'], language: null } });
      await settle();
    }
    expect(once.asked).toEqual(['claim', 'answer needs', 'answer needs']);
    expect(kept.get().screen).toMatchObject({ hasAnswered: true, isReceptionNext: false });
    expect(lost.get().screen).toMatchObject({ hasAnswered: false, isReceptionNext: true });
  });

  test('thanks nobody while one of two answers could not be kept, whichever it was', async () => {
    // Both fail, and both are sent again: the first fails once more.
    const main = fakeMain(3);
    const store = await afterCheckIn(main, askingGoodAnswer);
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'own', choice: 1 } });
    store.dispatch({ type: 'needsTapped' });
    store.dispatch({ type: 'needToggled', need: 'braille' });
    store.dispatch({ type: 'continueTapped' });
    await settle();
    expect(main.asked).toEqual(['claim', 'answer own', 'answer needs', 'answer own', 'answer needs']);
    expect(store.get().screen).toMatchObject({ hasAnswered: false, isReceptionNext: false, sending: [] });
  });

  test('keeps an answer on the screen no longer than main needs to keep it', async () => {
    const store = await afterCheckIn(fakeMain(), askingGoodAnswer);
    store.dispatch({ type: 'questionAnswered', answer: { kind: 'own', choice: 1 } });
    store.dispatch({ type: 'needsTapped' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'needs', ending: { hasAnswered: true, sending: [] } });
  });

  test('tells main of somebody who was asked to come in, again when it failed, and then ends at reception', async () => {
    const main = fakeMain(1);
    const store = await afterCheckIn(main, otherAnswers.byPhone);
    store.dispatch({ type: 'askedToComeTapped' });
    await settle();
    expect(main.asked).toEqual(['claim', `askedToCome ${comeInHandle}`, `askedToCome ${comeInHandle}`]);
    expect(store.get().screen).toMatchObject({ kind: 'ending', ending: { kind: 'reception' }, canTryAgain: false });
  });

  test('brings the ticket of a choice at reception and of the walk-in session, and asks for each once', async () => {
    const main = fakeMain();
    const store = begin(main, readySnapshot({ walkIn: { name: 'Flu clinic' } }));
    store.dispatch({ type: 'receptionTapped' });
    store.dispatch({ type: 'receptionChosen', choice: 'sample' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'receptionEnding', choice: 'sample', ticket: 'K7P' });
    store.dispatch({ type: 'finishTapped' });
    store.dispatch({ type: 'walkInTapped' });
    store.dispatch({ type: 'tick', milliseconds: 250 });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'walkInEnding', ticket: 'C4W' });
    expect(main.asked).toEqual(['choose sample', 'end', 'join']);
  });

  test('leaves nobody waiting when main gives no ticket', async () => {
    const main = fakeMain(2);
    const store = begin(main, readySnapshot({ walkIn: { name: 'Flu clinic' } }));
    store.dispatch({ type: 'receptionTapped' });
    store.dispatch({ type: 'receptionChosen', choice: 'sample' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'receptionEnding', ticket: null });
    store.dispatch({ type: 'finishTapped' });
    store.dispatch({ type: 'walkInTapped' });
    await settle();
    expect(store.get().screen).toMatchObject({ kind: 'ending', ending: { kind: 'reception' } });
  });
});
