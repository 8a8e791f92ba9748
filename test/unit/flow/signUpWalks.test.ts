import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { after, answer, answered, asking, goodAnswer, screenOf, told, welcome, welcomeWith } from './support';
import { adult, at, begun, born, carer, draftId, holder, invited, pageOf, sent, walk } from './signUpSupport';
import { screen, signUpTapped, typedIn } from './signUpSupport';

const send = { type: 'sendTapped' } as const;
const onward = { type: 'continueTapped' } as const;

describe('sign-up', () => {
  test('begins on Welcome only where it is open', () => {
    expect(pageOf(begun)).toBe('start');
    for (const state of ['closed', 'paused', 'off']) {
      const shut = welcomeWith({ signUp: { state, opens: null } });
      expect(after(shut, signUpTapped)).toBe(shut);
    }
  });

  test('begins on a good ending only where that invites, and ends the check-in for main', () => {
    const good = answered(asking, goodAnswer);
    expect(after(good, signUpTapped)).toBe(good);
    const paused = told(invited, { signUp: { state: 'paused' } });
    expect(after(paused, signUpTapped)).toBe(paused);
    const state = after(invited, signUpTapped);
    expect(screen(state).given).toEqual({
      dateOfBirth: '1977-05-14',
      dateEntry: { day: '14', month: '5', year: '1977' },
      postcode: null,
    });
    expect(state.visitNumber).toBe(invited.visitNumber + 1);
    expect(state.visitorNumber).toBe(invited.visitorNumber);
  });

  test('is not begun from anywhere else', () => {
    for (const state of [asking, after(welcome, { type: 'receptionTapped' }), at('check')])
      expect(after(state, signUpTapped)).toBe(state);
  });

  test('keeps what was given at check-in nowhere but on an ending that invites', () => {
    expect(screenOf(answered(asking, goodAnswer), 'ending').given).toBeNull();
    expect(JSON.stringify(after(invited, { type: 'finishTapped' }).screen)).toBe('{"kind":"welcome"}');
  });
});

describe('the walk of', () => {
  test('an adult with the record asks one thing on each page, and nothing twice', () => {
    const { state, pages } = walk(begun, adult);
    expect(pages).toEqual([
      'start',
      'whoFor',
      'name',
      'dateOfBirth',
      'knowsNhsNumber',
      'nhsNumber',
      'address',
      'contact',
      'contactSafe',
      'services',
      'recordTopics',
      'statement',
      'statement',
      'statement',
      'needs',
      'check',
    ]);
    expect(sent(after(state, send))).toEqual({
      kind: 'self',
      draftId,
      firstName: 'Zephyrine',
      lastName: "O'Quillon",
      dateOfBirth: '1977-05-14',
      nhsNumber: '9990000018',
      address: { line1: '12 Wrenfield Row', line2: 'Flat 3', town: 'Ambleford', postcode: 'LS65RT' },
      contact: { email: 'zephyrine@example.com', mobile: '07700900123', isSafe: true },
      services: ['appointments', 'record'],
      agreed: {
        version: 'v1',
        statements: [
          { place: 0, millisecondsAgo: 2_000 },
          { place: 1, millisecondsAgo: 1_000 },
          { place: 2, millisecondsAgo: 0 },
        ],
      },
      wantsToTalk: false,
      needs: { kinds: ['interpreter'], language: 'Polski' },
    });
  });

  test('an adult who gives as little as they may is stopped nowhere', () => {
    const { state, pages } = walk(begun, {
      ...adult,
      knowsNhsNumber: [{ type: 'nhsNumberKnown', isKnown: false }],
      address: [typedIn('line1', '1 The Row'), typedIn('town', 'Ambleford'), typedIn('postcode', 'LS65RT'), onward],
      contact: [onward],
      services: [{ type: 'serviceToggled', service: 'prescriptions' }, onward],
      needs: [onward],
    });
    expect(pages).not.toContain('nhsNumber');
    expect(pages).not.toContain('contactSafe');
    expect(pages).not.toContain('recordTopics');
    expect(sent(after(state, send))).toMatchObject({
      nhsNumber: null,
      address: { line2: null },
      contact: { email: null, mobile: null, isSafe: null },
      services: ['prescriptions'],
      agreed: null,
      wantsToTalk: false,
      needs: { kinds: [], language: null },
    });
  });

  test('somebody who asks for another person, without statements: staff take them', () => {
    const { state, pages } = walk(begun, carer);
    expect(pages).toEqual([
      'start',
      'whoFor',
      'relationship',
      'name',
      'dateOfBirth',
      'contact',
      'contactSafe',
      'theirName',
      'theirDateOfBirth',
      'services',
      'needs',
      'check',
    ]);
    expect(sent(after(state, send))).toMatchObject({
      kind: 'someoneElse',
      asker: { firstName: 'Zephyrine', dateOfBirth: '1977-05-14', contact: { isSafe: true } },
      relationship: 'attorney',
      firstName: 'Isolde',
      lastName: 'Vanterpool',
      dateOfBirth: '1941-09-03',
    });
  });

  test('somebody with an account asks only who they are', () => {
    const { state, pages } = walk(begun, holder);
    expect(pages).toEqual(['start', 'accountWish', 'accountWhose', 'name', 'dateOfBirth', 'check']);
    const application = sent(after(state, send));
    expect(application).toMatchObject({ kind: 'account', wish: 'changeOrStop', whose: 'someoneElse' });
    expect(application).not.toHaveProperty('services');
  });

  test('somebody who goes back from "I have an account" is that of an applicant', () => {
    const back = after(begun, { type: 'accountTapped' }, { type: 'backTapped' });
    expect(pageOf(after(back, onward))).toBe('whoFor');
    expect(walk(back, adult).pages).toHaveLength(16);
  });

  test('somebody from check-in asks nothing again that they agree to use', () => {
    const claim = after(invited, signUpTapped);
    const reused = walk(claim, adult);
    expect(reused.pages).toContain('reuse');
    expect(reused.pages).not.toContain('dateOfBirth');
    expect(sent(after(reused.state, send))).toMatchObject({ dateOfBirth: '1977-05-14' });
    const refused = walk(claim, { ...adult, reuse: [{ type: 'reuseChosen', isAgreed: false }] }, 'dateOfBirth');
    expect(pageOf(refused.state)).toBe('dateOfBirth');
    expect(screen(refused.state).draft.born).toEqual({ day: '', month: '', year: '' });
    expect(walk(claim, holder).pages).not.toContain('dateOfBirth');
  });

  test('somebody from check-in who gave a postcode finds it in their address', () => {
    const asked = after(answered(asking, answer({ kind: 'askPostcode' })), { type: 'fieldTyped', text: 'LS6 5RT' });
    const invitedByPostcode = answered(after(asked, onward), answer({ ...goodAnswer, isInvited: true }));
    const start = after(invitedByPostcode, signUpTapped);
    expect(screen(at('address', adult, start)).draft.texts.postcode).toBe('LS65RT');
    const refused: FlowEvent[] = [{ type: 'reuseChosen', isAgreed: false }];
    expect(screen(at('address', { ...adult, reuse: refused }, start)).draft.texts.postcode).toBe('');
  });
});

describe('the age of whoever applies', () => {
  const ages: [string, string, string, string][] = [
    ['10, for one day more', '24', '11', '2015'],
    ['11 today', '23', '11', '2015'],
    ['15, for one day more', '24', '11', '2010'],
    ['16 today', '23', '11', '2010'],
    ['10, born on 29 February', '29', '2', '2016'],
    ['a newborn of today', '23', '11', '2026'],
  ];

  test.each(ages)('decides at once what comes after the date of birth: %s', (what, day, month, year) => {
    const isChild = what.startsWith('10') || what.includes('newborn');
    const me = walk(begun, { ...adult, dateOfBirth: born(day, month, year), knowsNhsNumber: [] }, 'knowsNhsNumber');
    expect(me.pages.at(-1)).toBe(isChild ? 'underEleven' : 'knowsNhsNumber');
    const asker = walk(begun, { ...carer, dateOfBirth: born(day, month, year) }, 'contact');
    expect(asker.pages.at(-1)).toBe(what.startsWith('16') ? 'contact' : 'askerUnderSixteen');
  });

  test('of somebody born on 29 February turns on 1 March of other years', () => {
    for (const [today, page] of [
      ['2027-02-28', 'underEleven'],
      ['2027-03-01', 'knowsNhsNumber'],
    ]) {
      const start = after(welcomeWith({ today }), signUpTapped);
      const { pages } = walk(start, { ...adult, dateOfBirth: born('29', '2', '2016') }, 'knowsNhsNumber');
      expect(pages.at(-1)).toBe(page);
    }
  });

  test('under 11 sends a request for staff with the name and the date of birth, and nothing else', () => {
    const child = at('underEleven', { ...adult, dateOfBirth: born('1', '2', '2018') });
    expect(sent(after(child, onward))).toEqual({
      kind: 'underEleven',
      draftId,
      firstName: 'Zephyrine',
      lastName: "O'Quillon",
      dateOfBirth: '2018-02-01',
    });
  });

  test('under 16 of somebody who asks for another sends nothing, and a slip is mended with Back', () => {
    const young = at('askerUnderSixteen', { ...carer, dateOfBirth: born('1', '2', '2012') });
    expect(after(young, onward).screen).toMatchObject({ kind: 'signUpStopped', why: 'reception' });
    const mended = walk(after(young, { type: 'backTapped' }), carer);
    expect(mended.pages[0]).toBe('dateOfBirth');
    expect(mended.pages.at(-1)).toBe('check');
  });
});
