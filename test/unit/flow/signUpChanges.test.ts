import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import type { SignUpPage } from '../../../renderer/kiosk/flow/signUp/state';
import { after, offers, requestIdOf, told } from './support';
import { adult, at, begun, born, carer, holder, invited, pageOf, screen, sent, walk } from './signUpSupport';
import { signUpTapped, typedIn } from './signUpSupport';

const onward: FlowEvent = { type: 'continueTapped' };
const back: FlowEvent = { type: 'backTapped' };
const send: FlowEvent = { type: 'sendTapped' };
const check = at('check');

function change(page: SignUpPage): FlowEvent {
  return { type: 'changeTapped', page };
}

/** The answers without the clock that goes on all the time. */
function answersOf(state: FlowState): object {
  return { ...screen(state).draft, elapsed: 0 };
}

describe('Back', () => {
  test('leads through every page, one after another, to Welcome with the screen as it was set', () => {
    for (const answers of [adult, carer, holder]) {
      const { state: whole, pages } = walk(begun, answers);
      const isLarge = after(whole, { type: 'displayToggled', setting: 'isTextLarger' });
      let state = isLarge;
      const seen: SignUpPage[] = [];
      while (state.screen.kind === 'signUp') {
        seen.push(state.screen.page);
        state = after(state, back);
      }
      expect(seen.reverse()).toEqual(pages);
      expect(state.screen).toEqual({ kind: 'welcome' });
      expect(state.display.isTextLarger).toBe(true);
    }
  });

  test('keeps what was typed, and takes back one agreement after another', () => {
    const twice = after(check, back, back);
    expect(pageOf(twice)).toBe('statement');
    expect(screen(twice).draft.agreed).toHaveLength(2);
    expect(screen(after(twice, back)).draft.agreed).toHaveLength(1);
    const topics = after(twice, back, back, back);
    expect(pageOf(topics)).toBe('recordTopics');
    expect(screen(topics).draft).toMatchObject({
      agreed: [],
      texts: { firstName: 'Zephyrine' },
      needs: ['interpreter'],
    });
  });

  test('to who it is for, and another answer there, asks what that needs', () => {
    const whoFor = at('whoFor');
    expect(walk(after(walk(whoFor, adult, 'name').state, back), carer).pages).toContain('theirName');
  });
});

describe('a change link', () => {
  const changeable: SignUpPage[] = [
    'whoFor',
    'name',
    'dateOfBirth',
    'nhsNumber',
    'address',
    'contact',
    'services',
    'needs',
  ];

  test.each(changeable)('opens %s, and Continue leads back to the check', (page) => {
    const opened = after(check, change(page));
    expect(pageOf(opened)).toBe(page);
    expect(pageOf(after(opened, onward))).toBe('check');
    expect(answersOf(after(opened, onward))).toEqual(answersOf(check));
  });

  test('leads back with Back as if nothing had been typed', () => {
    const spoiled = after(check, change('contact'), typedIn('email', 'no'), back);
    expect(pageOf(spoiled)).toBe('check');
    expect(answersOf(spoiled)).toEqual(answersOf(check));
    const unchosen = after(check, change('services'), { type: 'serviceToggled', service: 'record' }, back);
    expect(answersOf(unchosen)).toEqual(answersOf(check));
  });

  test('does nothing to pages that are not answered there', () => {
    for (const page of ['start', 'check', 'statement', 'reuse', 'underEleven', 'theirName', 'accountWish'] as const)
      expect(after(check, change(page))).toBe(check);
    const name = at('name');
    expect(after(name, change('whoFor'))).toBe(name);
  });

  test('is there for a date of birth that came from check-in', () => {
    const reused = at('check', adult, after(invited, signUpTapped));
    const opened = after(reused, change('dateOfBirth'));
    expect(pageOf(after(opened, onward))).toBe('check');
    const typed = after(opened, ...born('15', '5', '1977'));
    expect(sent(after(typed, send))).toMatchObject({ dateOfBirth: '1977-05-15' });
  });

  test('to a date of birth under 11 comes to the request for staff, and back from there', () => {
    const child = after(check, change('dateOfBirth'), ...born('1', '2', '2018'));
    expect(pageOf(child)).toBe('underEleven');
    expect(pageOf(after(child, back))).toBe('dateOfBirth');
    expect(pageOf(after(child, back, ...born('1', '2', '2008')))).toBe('check');
    expect(answersOf(after(child, back, back))).toEqual(answersOf(check));
  });

  test('to yes, I know my NHS number, asks for it', () => {
    const unknown = at('check', { ...adult, knowsNhsNumber: [{ type: 'nhsNumberKnown', isKnown: false }] });
    const known = after(unknown, change('knowsNhsNumber'), { type: 'nhsNumberKnown', isKnown: true });
    expect(pageOf(known)).toBe('nhsNumber');
    expect(pageOf(after(known, typedIn('nhsNumber', '999 000 0018'), onward))).toBe('check');
  });

  test('to an NHS number that was known before leads to its box', () => {
    const known = after(check, change('knowsNhsNumber'), { type: 'nhsNumberKnown', isKnown: true });
    expect(pageOf(known)).toBe('nhsNumber');
    expect(pageOf(after(known, back, back))).toBe('check');
    expect(pageOf(after(check, change('knowsNhsNumber'), { type: 'nhsNumberKnown', isKnown: false }))).toBe('check');
  });

  test('to a contact where there was none asks whether it is safe', () => {
    const none = at('check', { ...adult, contact: [onward] });
    const given = after(none, change('contact'), typedIn('mobile', '07700 900123'), onward);
    expect(pageOf(given)).toBe('contactSafe');
    expect(pageOf(after(given, { type: 'contactSafeChosen', isSafe: false }))).toBe('check');
  });

  test('to the record asks for the statements, and without it nothing is agreed to any more', () => {
    const record: FlowEvent = { type: 'serviceToggled', service: 'record' };
    const without = after(check, change('services'), record, onward);
    expect(screen(without).draft).toMatchObject({ agreed: [], statementsVersion: null });
    expect(sent(after(without, send))).toMatchObject({ agreed: null });
    const topics = after(without, change('services'), record, onward);
    expect(pageOf(topics)).toBe('recordTopics');
    const { pages } = walk(topics, adult);
    expect(pages).toEqual(['recordTopics', 'statement', 'statement', 'statement', 'check']);
    expect(pageOf(after(topics, back))).toBe('services');
    expect(pageOf(after(topics, back, back))).toBe('check');
  });

  test('to somebody else asks who, and drops nothing that still counts', () => {
    const { pages } = walk(after(check, change('whoFor'), { type: 'whoChosen', who: 'someoneElse' }), carer);
    expect(pages).toEqual(['relationship', 'theirName', 'theirDateOfBirth', 'check']);
  });
});

describe('new words of the statements', () => {
  const news = { signUpOffers: { ...offers, statementsVersion: 'v2' } };

  test('drop what was agreed to, and show what to think of anew', () => {
    for (const state of [check, at('needs'), after(at('statement'), { type: 'statementAgreed' })]) {
      const anew = told(state, news);
      expect(pageOf(anew)).toBe('recordTopics');
      expect(screen(anew).draft.agreed).toEqual([]);
      const application = sent(after(walk(anew, adult).state, send));
      expect(application).toMatchObject({ agreed: { version: 'v2' } });
    }
  });

  test('take nobody away from what they are typing, and are met on the way back', () => {
    const changing = told(after(check, change('contact'), typedIn('email', 'x@example.com')), news);
    expect(pageOf(changing)).toBe('contact');
    expect(pageOf(after(changing, onward))).toBe('recordTopics');
    const cancelled = after(changing, back);
    expect(pageOf(cancelled)).toBe('check');
    expect(pageOf(after(cancelled, send))).toBe('recordTopics');
  });

  test('do not matter to somebody who has agreed to nothing', () => {
    for (const state of [at('check', carer), at('name'), at('recordTopics')])
      expect(told(state, news).screen).toBe(state.screen);
  });

  test('that only main knows of bring somebody back from sending', () => {
    const sending = after(check, send);
    const anew = after(sending, { type: 'statementsChanged', requestId: requestIdOf(sending) });
    expect(pageOf(anew)).toBe('recordTopics');
    expect(screen(anew).draft.agreed).toEqual([]);
    expect(pageOf(walk(anew, adult).state)).toBe('check');
  });
});

describe('agreeing', () => {
  test('takes its own button: neither Continue nor Enter nor a key agrees to anything', () => {
    const statement = at('statement');
    expect(after(statement, onward, { type: 'keyPressed', key: ' ' }, send)).toBe(statement);
    expect(after(check, { type: 'statementAgreed' })).toBe(check);
  });

  test('is timed for each statement by a clock that goes on while somebody changes answers', () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(pauses, ([first = 1, second = 1, third = 1, last = 1]) => {
        let state = at('statement');
        for (const milliseconds of [first, second, third])
          state = after(state, { type: 'tick', milliseconds }, { type: 'touched' }, { type: 'statementAgreed' });
        state = after(
          state,
          onward,
          change('name'),
          { type: 'tick', milliseconds: last },
          { type: 'backTapped' },
          send,
        );
        expect(sent(state)).toMatchObject({
          agreed: {
            statements: [
              { place: 0, millisecondsAgo: second + third + last },
              { place: 1, millisecondsAgo: third + last },
              { place: 2, millisecondsAgo: last },
            ],
          },
        });
      }),
    );
  });
});
