import { describe, expect, test } from 'vitest';
import { slipSystems } from '../../../../preload/contract/rules/slipValues';
import { setupSlipOf } from '../../../../main/services/desk/slipsPaper';
import { openPractice } from '../../../support/practice';
import { sampleApplication, sampleProxy } from './applicationsSupport';
import { planted } from './slipsSupport';

const rules = {
  practiceName: 'Made Up Surgery',
  helpPhone: '0113 496 0000',
  emisLink: 'https://emis.example.org/',
  systmOneLink: 'https://tpp.example.org/',
  nhsAppLink: 'https://app.example.org/',
  slipExpiryDays: 14,
};

describe('a setup slip', () => {
  test('says who the practice is, when it was issued, until when it counts, and leads where the settings say', async () => {
    const practice = await openPractice({ rules });
    const application = sampleApplication();
    const slips = slipSystems.map((system) =>
      setupSlipOf(practice, application, system, system === 'nhsApp' ? null : planted),
    );
    const same = {
      kind: 'setup',
      practice: 'Made Up Surgery',
      helpPhone: '0113 496 0000',
      issuedOn: '2026-11-23',
      name: 'Priya E.',
      reference: application.reference,
      isDemonstration: false,
      isSample: false,
      languages: ['en'],
    };
    expect(slips).toEqual([
      { ...same, system: 'emis', values: planted, expiresOn: '2026-12-07', link: rules.emisLink },
      { ...same, system: 'systmOne', values: planted, expiresOn: '2026-12-07', link: rules.systmOneLink },
      // Nothing of it can expire.
      { ...same, system: 'nhsApp', values: null, expiresOn: null, link: rules.nhsAppLink },
    ]);
  });

  test('names nobody but whoever will use the account, and holds nothing else of an application but its reference', async () => {
    const practice = await openPractice({ rules: { ...rules, slipExpiryDays: null }, isDemonstration: true });
    const application = sampleProxy();
    const slip = setupSlipOf(practice, application, 'emis', planted);
    expect(slip).toMatchObject({
      name: 'Orla A.',
      reference: application.reference,
      expiresOn: null,
      isDemonstration: true,
    });
    expect(JSON.stringify(slip)).not.toMatch(/Priya|Example|Asking|1961|1985|9990000018|LS6|07700/);
  });
});
