import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicationSchema } from '../../../preload/contract/signUp';
import { ageOn } from '../../../preload/contract/rules/ages';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { step } from '../../../renderer/kiosk/flow/step';
import { runs } from './runs';
import { offers, welcome } from './support';

/** Looks at every step of any run of events. */
function everyStep(look: (before: FlowState, event: FlowEvent, state: FlowState) => void): void {
  fc.assert(
    fc.property(runs, (events) => {
      let state = welcome;
      for (const next of events) {
        const before = state;
        state = step(before, next);
        look(before, next, state);
      }
    }),
    { numRuns: 300 },
  );
}

function agreedOf({ screen }: FlowState): readonly number[] {
  return screen.kind === 'signUp' ? screen.draft.agreed : [];
}

describe('whatever happens to an application', () => {
  test('it is sent by a button that says so, and is one that the contract takes', () => {
    everyStep((before, event, { screen }) => {
      if (screen.kind !== 'sendingApplication' || before.screen.kind === 'sendingApplication') return;
      const page = before.screen.kind === 'signUp' ? before.screen.page : null;
      const way = `${event.type} on ${page ?? before.screen.kind}`;
      expect([
        'sendTapped on check',
        'talkFirstTapped on recordTopics',
        'talkFirstTapped on statement',
        'continueTapped on underEleven',
      ]).toContain(way);
      expect(applicationSchema.parse(screen.application)).toEqual(screen.application);
    });
  });

  test('record access goes out with every statement agreed to, in the words of now, or with a wish to talk', () => {
    everyStep((before, _event, { screen }) => {
      if (screen.kind !== 'sendingApplication' || before.screen.kind !== 'signUp') return;
      const { application } = screen;
      if (application.kind !== 'self' || before.service.kind !== 'ready') return;
      const { services, agreed, wantsToTalk } = application;
      expect(agreed !== null).toBe(services.includes('record') && !wantsToTalk);
      if (agreed === null) return;
      expect(agreed.version).toBe(before.service.snapshot.signUpOffers.statementsVersion);
      expect(agreed.statements.map(({ place }) => place)).toEqual(offers.statements.map((_words, place) => place));
    });
  });

  test('nobody under 11 applies for themselves, and nobody under 16 for somebody else', () => {
    everyStep((_before, _event, { screen, service }) => {
      if (screen.kind !== 'sendingApplication' || service.kind !== 'ready') return;
      const { application } = screen;
      const { today } = service.snapshot;
      if (application.kind === 'self') expect(ageOn(application.dateOfBirth, today)).toBeGreaterThanOrEqual(11);
      if (application.kind === 'underEleven') expect(ageOn(application.dateOfBirth, today)).toBeLessThan(11);
      if (application.kind === 'someoneElse') {
        expect(ageOn(application.asker.dateOfBirth, today)).toBeGreaterThanOrEqual(16);
      }
    });
  });

  test('nothing is agreed to but by its own button, one at a time, and on no page past the last statement', () => {
    everyStep((before, event, state) => {
      const more = agreedOf(state).length - agreedOf(before).length;
      if (more > 0 && before.screen.kind === 'signUp') {
        const isCancelled = event.type === 'backTapped' && before.screen.change !== null;
        expect(isCancelled || (event.type === 'statementAgreed' && more === 1)).toBe(true);
      }
      if (state.screen.kind === 'signUp' && state.screen.page === 'statement') {
        expect(agreedOf(state).length).toBeLessThan(offers.statements.length);
      }
    });
  });

  test('there is an active box on every page with boxes, and on no other', () => {
    everyStep((_before, _event, { screen }) => {
      if (screen.kind !== 'signUp') return;
      const hasBoxes = /^(name|theirName|dateOfBirth|theirDateOfBirth|nhsNumber|address|contact)$/.test(screen.page);
      expect(screen.activeField !== null).toBe(hasBoxes);
    });
  });

  test('every page and every end is come by in these runs', () => {
    const seen = new Set<string>();
    for (const events of fc.sample(runs, { numRuns: 400, seed: 5 })) {
      let state = welcome;
      for (const next of events) {
        state = step(state, next);
        const { screen } = state;
        if (screen.kind === 'signUp') seen.add(screen.page);
        else if (screen.kind === 'signUpStopped') seen.add(screen.why);
        else if (screen.kind === 'sendingApplication') seen.add(screen.application.kind);
        else seen.add(screen.kind);
      }
    }
    for (const one of [
      'reuse',
      'relationship',
      'theirName',
      'theirDateOfBirth',
      'accountWhose',
      'underEleven',
      'statement',
    ])
      expect(seen).toContain(one);
    for (const one of [
      'check',
      'contactSafe',
      'self',
      'signUpEnding',
      'failed',
      'stopped',
      'reception',
      'recordTopics',
    ])
      expect(seen).toContain(one);
  });
});
