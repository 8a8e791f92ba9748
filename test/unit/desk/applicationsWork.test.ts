import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { startWork, touchWork, workedSeconds } from '../../../renderer/desk/applications/acting/handsOn';
import { canDo, mayDo, rolesOfAct } from '../../../renderer/desk/applications/acting/mayDo';
import type { StaffAct } from '../../../renderer/desk/applications/acting/mayDo';
import {
  actsOfPanel,
  isForRoles,
  otherPanels,
  panelOf,
  panels,
} from '../../../renderer/desk/applications/acting/panels';
import { transitions } from '../../../main/domain/application/machine';
import { actSchema, applicationsContract, nextStepSchema } from '../../../preload/contract/desk/applications';
import { slipsContract } from '../../../preload/contract/desk/slips';
import { panelTitles, whoMay } from '../../../renderer/text/desk/applicationsPage';

const nobodyElse = { competence: null, recordOff: null };

describe('hands-on time', () => {
  test('is what lies between touches, without gaps of more than 30 seconds', () => {
    let worked = startWork(1_000);
    for (const at of [11_000, 41_000, 100_000, 102_400]) worked = touchWork(worked, at);
    expect(workedSeconds(worked)).toBe(42);
  });

  test('is never less than nothing, and an hour at most', () => {
    expect(workedSeconds(touchWork(startWork(5_000), 1_000))).toBe(0);
    let worked = startWork(0);
    for (let at = 0; at <= 8_000_000; at += 20_000) worked = touchWork(worked, at);
    expect(workedSeconds(worked)).toBe(3_600);
  });

  test('is never more than the time that went by', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 40 }), (pauses) => {
        let at = 0;
        let worked = startWork(at);
        for (const pause of pauses) {
          at += pause;
          worked = touchWork(worked, at);
        }
        expect(worked.seconds).toBeLessThanOrEqual(at / 1_000 + 1e-6);
        expect(worked.seconds).toBeCloseTo(
          pauses.filter((pause) => pause <= 30_000).reduce((sum, pause) => sum + pause, 0) / 1_000,
        );
      }),
    );
  });
});

describe('who may do what', () => {
  test('is what the table of transitions says, for every act of staff', () => {
    const staffActs = actSchema.options.filter((act): act is StaffAct => act !== 'expire');
    expect(Object.keys(rolesOfAct).sort()).toEqual([...staffActs].sort());
    for (const act of staffActs) expect([...rolesOfAct[act]].sort(), act).toEqual([...transitions[act].roles].sort());
  });

  test('is what the contract lets through', () => {
    const calls = {
      verify: 'verify',
      verifyAsker: 'verifyAsker',
      refuse: 'refuse',
      comeBack: 'comeBack',
      keepForLater: 'keepForLater',
      recordProxy: 'recordProxy',
      confirmCompetence: 'confirmCompetence',
      confirmConsent: 'confirmConsent',
      agree: 'agree',
      talk: 'talk',
      grant: 'decide',
      decline: 'decide',
      refer: 'refer',
      reviewGrant: 'review',
      reviewDecline: 'review',
      confirmRecordOff: 'confirmRecordOff',
      createAccount: 'createAccount',
      handOver: 'handOver',
      finishTask: 'finishTask',
      withdraw: 'withdraw',
    } as const satisfies Record<Exclude<StaffAct, 'printSlip'>, keyof typeof applicationsContract>;
    for (const act of Object.keys(calls) as (keyof typeof calls)[]) {
      const { roles } = applicationsContract[calls[act]]['~orpc'].meta;
      expect(new Set(roles), act).toEqual(new Set(rolesOfAct[act]));
    }
    for (const call of Object.values(slipsContract)) {
      expect(call['~orpc'].meta.roles).toEqual(rolesOfAct.printSlip);
    }
  });

  test('needs the role and that it is possible now', () => {
    const application = { possible: [{ act: 'grant' as const, service: 'record' as const }] };
    expect(canDo(application, 'grant', ['authoriser'], 'record')).toBe(true);
    expect(canDo(application, 'grant', ['authoriser'], 'appointments')).toBe(false);
    expect(canDo(application, 'grant', ['receptionist'], 'record')).toBe(false);
    expect(mayDo('handOver', ['receptionist'])).toBe(true);
    expect(whoMay.grant).toBe('An authoriser decides this.');
  });
});

describe('the panels of an application', () => {
  test('there is one for every next step, and a title for each', () => {
    for (const next of nextStepSchema.options) {
      const panel = panelOf(next);
      expect(panel === null, next).toBe(next === 'nothing');
      if (panel !== null) expect(panelTitles[panel]).not.toBe('');
    }
    expect(Object.keys(panelTitles).sort()).toEqual([...panels].sort());
  });

  test('hold every act of staff but the two that end it, in exactly one of them', () => {
    const held = Object.values(actsOfPanel).flat();
    expect(new Set(held).size).toBe(held.length);
    const ending = ['refuse', 'withdraw'];
    expect([...held, ...ending].sort()).toEqual(Object.keys(rolesOfAct).sort());
  });

  test('that are not the next step are offered where something can be done in them', () => {
    const possible = [
      { act: 'verify' as const, service: null },
      { act: 'talk' as const, service: null },
      { act: 'withdraw' as const, service: null },
    ];
    expect(otherPanels({ next: 'talk', possible, ...nobodyElse })).toEqual(['identity']);
    expect(otherPanels({ next: 'verify', possible, ...nobodyElse })).toEqual(['talk']);
  });

  test('where something is said once are not offered again', () => {
    const possible = [{ act: 'confirmCompetence' as const, service: null }];
    const done = { by: 'Jo', at: '2026-11-23T10:05:00.000Z' };
    expect(otherPanels({ next: 'decide', possible, ...nobodyElse })).toEqual(['competence']);
    expect(otherPanels({ next: 'decide', possible, ...nobodyElse, competence: done })).toEqual([]);
  });

  test('are for whoever can do the next step', () => {
    expect(isForRoles('verify', ['verifier'])).toBe(true);
    expect(isForRoles('verify', ['authoriser'])).toBe(false);
    expect(isForRoles('review', ['clinicalReviewer'])).toBe(true);
    expect(isForRoles('nothing', ['manager', 'verifier', 'authoriser'])).toBe(false);
  });
});
