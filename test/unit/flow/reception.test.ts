import { describe, expect, test } from 'vitest';
import { after, requestIdOf, screenOf, told, welcome, welcomeWith } from './support';

const session = { walkIn: { name: 'Flu clinic' } };
const reception = after(welcome, { type: 'receptionTapped' });
const choosing = after(reception, { type: 'receptionChosen', choice: 'sample' });

describe('"What do you need?"', () => {
  test('is asked of somebody who wants to speak to reception', () => {
    expect(reception.screen).toEqual({ kind: 'reception' });
  });

  test('is not asked where the practice offers no choice, nor of somebody who has said what they need', () => {
    const question = after(welcome, { type: 'checkInTapped' });
    for (const state of [welcomeWith({ reception: [] }), question, reception]) {
      expect(screenOf(after(state, { type: 'receptionTapped' }), 'ending').ending).toEqual({ kind: 'reception' });
    }
  });

  test('ends with what to do and the ticket that main gave', () => {
    const requestId = requestIdOf(choosing);
    expect(screenOf(choosing, 'choosing').choice).toBe('sample');
    const ended = after(choosing, { type: 'choiceAnswered', requestId, ticket: 'K7P' });
    expect(screenOf(ended, 'receptionEnding')).toMatchObject({ choice: 'sample', ticket: 'K7P' });
  });

  test('ends with what to do and no ticket when main fails, is slow, or the patient does not want to wait', () => {
    const requestId = requestIdOf(choosing);
    for (const event of [
      { type: 'requestFailed', requestId } as const,
      { type: 'tick', milliseconds: 5_000 } as const,
      { type: 'receptionTapped' } as const,
    ]) {
      expect(screenOf(after(choosing, event), 'receptionEnding')).toMatchObject({ choice: 'sample', ticket: null });
    }
  });

  test('takes no choice that the practice does not offer', () => {
    expect(after(reception, { type: 'receptionChosen', choice: 'register' })).toBe(reception);
    expect(after(welcome, { type: 'receptionChosen', choice: 'sample' })).toBe(welcome);
  });

  test('leads back to Welcome, which stays as it was set', () => {
    const contrast = after(welcome, { type: 'displayToggled', setting: 'isContrastHigh' }, { type: 'receptionTapped' });
    const back = after(contrast, { type: 'backTapped' });
    expect(back.screen).toEqual({ kind: 'welcome' });
    expect(back.display.isContrastHigh).toBe(true);
  });

  test('turns quiet like any question', () => {
    const warned = after(reception, { type: 'tick', milliseconds: 60_000 });
    expect(warned.warningMilliseconds).toBe(20_000);
    expect(after(warned, { type: 'moreTimeTapped' })).toEqual(reception);
    expect(after(warned, { type: 'startAgainTapped' }).screen).toEqual({ kind: 'welcome' });
    expect(after(warned, { type: 'tick', milliseconds: 20_000 }).screen).toEqual({ kind: 'welcome' });
  });
});

describe('the walk-in session', () => {
  const open = welcomeWith(session);
  const joining = after(open, { type: 'walkInTapped' });

  test('is joined from Welcome and from "What do you need?", while staff have it open', () => {
    expect(joining.screen.kind).toBe('joining');
    expect(after(open, { type: 'receptionTapped' }, { type: 'walkInTapped' }).screen.kind).toBe('joining');
    expect(after(welcome, { type: 'walkInTapped' })).toBe(welcome);
    expect(after(reception, { type: 'walkInTapped' })).toBe(reception);
    const question = after(open, { type: 'checkInTapped' });
    expect(after(question, { type: 'walkInTapped' })).toBe(question);
  });

  test('ends with a ticket, and is no check-in', () => {
    const ended = after(joining, { type: 'joinAnswered', requestId: requestIdOf(joining), ticket: 'C4W' });
    expect(screenOf(ended, 'walkInEnding').ticket).toBe('C4W');
    expect(after(ended, { type: 'notMineTapped' })).toBe(ended);
    expect(after(ended, { type: 'tick', milliseconds: 15_000 }).screen).toEqual({ kind: 'welcome' });
  });

  test('ends at reception when main fails, is slow, or the patient does not want to wait', () => {
    for (const event of [
      { type: 'requestFailed', requestId: requestIdOf(joining) } as const,
      { type: 'tick', milliseconds: 5_000 } as const,
      { type: 'receptionTapped' } as const,
    ]) {
      expect(screenOf(after(joining, event), 'ending')).toMatchObject({
        ending: { kind: 'reception' },
        canTryAgain: false,
      });
    }
  });

  test('that closes while the patient joins is for main to say', () => {
    expect(told(joining, { walkIn: null }).screen).toBe(joining.screen);
  });
});

describe('an ending at reception', () => {
  const ended = after(choosing, { type: 'choiceAnswered', requestId: requestIdOf(choosing), ticket: null });

  test('stands 15 seconds, 45 with more time, and lets somebody else check in', () => {
    expect(after(ended, { type: 'tick', milliseconds: 15_000 }).screen).toEqual({ kind: 'welcome' });
    const longer = after(ended, { type: 'moreTimeTapped' });
    expect(screenOf(longer, 'receptionEnding').remainingMilliseconds).toBe(45_000);
    expect(after(ended, { type: 'finishTapped' }).screen).toEqual({ kind: 'welcome' });
    expect(after(ended, { type: 'someoneElseTapped' }).screen.kind).toBe('dateOfBirth');
  });
});
