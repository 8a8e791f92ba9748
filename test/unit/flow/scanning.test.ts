import { describe, expect, test } from 'vitest';
import {
  after,
  answered,
  asking,
  askingGoodAnswer,
  barcode,
  dateOfBirth,
  goodAnswer,
  otherAnswers,
  requestIdOf,
  screenOf,
  told,
  welcome,
  welcomeWith,
} from './support';

const scanned = { type: 'scanned', barcode } as const;
const date = after(welcome, scanned);
const claimed = after(date, ...dateOfBirth('14', '5', '1977'));
const reception = after(welcome, { type: 'receptionTapped' });
const choosing = after(reception, { type: 'receptionChosen', choice: 'sample' });
const chosen = after(choosing, { type: 'choiceAnswered', requestId: requestIdOf(choosing), ticket: 'K7P' });
const joining = after(welcomeWith({ walkIn: { name: 'Flu clinic' } }), { type: 'walkInTapped' });
const joined = after(joining, { type: 'joinAnswered', requestId: requestIdOf(joining), ticket: 'C4W' });
const good = answered(asking, goodAnswer);

describe('a scanned letter', () => {
  test('begins a visit at the date of birth, and stands in for the letter of the name', () => {
    expect(screenOf(date, 'dateOfBirth')).toMatchObject({ attempt: 'first', barcode });
    expect(screenOf(claimed, 'asking').claim).toEqual({
      by: 'barcode',
      dateOfBirth: '1977-05-14',
      appointmentId: 'QX-778812',
    });
  });

  test('stays with the date of birth while that is wrong', () => {
    const wrong = after(date, ...dateOfBirth('31', '2', '1984'));
    expect(screenOf(wrong, 'dateOfBirth')).toMatchObject({ barcode, problem: { problem: 'notRealDate' } });
  });

  test('that finds nobody offers Try again with date of birth and postcode, once', () => {
    const refused = answered(claimed, otherAnswers.reception);
    expect(screenOf(refused, 'ending').canTryAgain).toBe(true);
    const again = after(refused, { type: 'tryAgainTapped' });
    expect(screenOf(again, 'dateOfBirth')).toMatchObject({ attempt: 'second', barcode: null });
    const second = after(
      again,
      ...dateOfBirth('14', '5', '1977'),
      { type: 'fieldTyped', text: 'LS6 5RT' },
      { type: 'continueTapped' },
    );
    expect(screenOf(second, 'asking').claim.by).toBe('postcode');
    expect(screenOf(answered(second, otherAnswers.reception), 'ending').canTryAgain).toBe(false);
  });

  test('is never asked a postcode that its claim could not carry', () => {
    expect(screenOf(answered(claimed, { kind: 'askPostcode' }), 'ending').ending.kind).toBe('reception');
  });

  test('begins a visit from "What do you need?" and from every ending, for the same visitor', () => {
    for (const state of [reception, good, answered(asking, otherAnswers.reception), chosen, joined]) {
      const next = after(state, scanned);
      expect(screenOf(next, 'dateOfBirth')).toMatchObject({ attempt: 'first', barcode });
      expect(next.visitNumber).toBe(state.visitNumber + 1);
      expect(next.visitorNumber).toBe(state.visitorNumber);
    }
  });

  test('changes nothing anywhere else', () => {
    const question = after(welcome, { type: 'checkInTapped' });
    const letter = after(question, ...dateOfBirth('14', '5', '1977'));
    const postcode = answered(asking, { kind: 'askPostcode' });
    const needs = after(answered(asking, askingGoodAnswer), { type: 'needsTapped' });
    const disputing = after(good, { type: 'notMineTapped' });
    const comingIn = after(answered(asking, otherAnswers.byPhone), { type: 'askedToComeTapped' });
    const help = after(welcome, { type: 'helpTapped' });
    for (const state of [question, date, letter, postcode, asking, needs, disputing, comingIn, help, choosing, joining])
      expect(after(state, scanned)).toBe(state);
  });

  test('changes nothing while check-in is closed', () => {
    const closed = told(welcome, { checkIn: { state: 'closed', reason: 'nobodyKnows' } });
    expect(after(closed, scanned)).toBe(closed);
  });

  test('is dropped with the visit', () => {
    for (const type of ['backTapped', 'startAgainTapped'] as const) {
      const next = after(date, { type }, { type: 'checkInTapped' });
      expect(screenOf(next, 'dateOfBirth').barcode).toBeNull();
    }
  });
});
