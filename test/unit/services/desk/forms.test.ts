import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { refuseReasonSchema } from '../../../../preload/contract/desk/applications';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import type { StoredApplication } from '../../../../main/domain/application/types';
import { createForms } from '../../../../main/services/desk/forms';
import { born, openSignUpDesk, sampleApplication, sampleProxy, sampleTask } from './applicationsSupport';
import { createFakePapers, textOf } from './papersSupport';

/** A desk that can make forms. `says` makes the form of an application and reads it. */
async function openForms({ isDemonstration = false, ...options }: { isDemonstration?: boolean; now?: string } = {}) {
  const desk = await openSignUpDesk(options);
  const papers = createFakePapers();
  const forms = createForms({ ...desk, papers, isDemonstration });
  const html = async ({ id }: Pick<StoredApplication, 'id'>): Promise<string> => {
    expect(await forms.make(desk.team.receptionist, id)).not.toBeNull();
    return papers.pages.at(-1) ?? '';
  };
  return { ...desk, papers, forms, html, says: async (of: Pick<StoredApplication, 'id'>) => textOf(await html(of)) };
}

describe('the completed form', () => {
  test('has who, what was agreed in its exact words and to the second, who verified and decided, and how it went on', async () => {
    const { send, having, says, clock } = await openForms();
    const statements = [
      { words: 'I keep it safe.', at: '2026-11-23T09:59:07.000Z' },
      { words: 'I tell you if it’s not mine.', at: '2026-11-23T09:59:12.400Z' },
    ];
    const sent = await send(sampleApplication({ form: { agreed: { version: 'kiosk1', statements } } }));
    await having(sent, 'verifyByDocuments');
    clock.jump(120);
    await having(sent, 'grantAppointments', 'declinePrescriptions', 'grantRecord', 'createAccount', 'handOver');
    const text = await says(sent);
    for (const said of [
      'Application for online services',
      `Reference ${sent.reference}`,
      'Sent 23 November 2026, 10:00:00am',
      'First name Priya Last name Example Date of birth 13 July 1961 NHS number 999 000 0018',
      'Address 1 Made Up Road, Leeds, LS6 5RT Email address priya@example.org Mobile number Not given',
      'Exact words, version kiosk1',
      'I keep it safe. (agreed 23 November 2026, 9:59:07am)',
      'I tell you if it’s not mine. (agreed 23 November 2026, 9:59:12am)',
      'Method Documents Document with a photograph Passport Document with the address Bank statement Interpreter None',
      'Verified by Vera Check, 23 November 2026, 10:00:00am',
      'Confirmed: this is the person. Confirmed: access goes to the right record.',
      'Book and cancel appointments Granted Aled Grant 23 November 2026, 10:02:00am',
      'Order repeat prescriptions Not granted Aled Grant',
      'View my health record Granted Aled Grant',
      'Authorised by Aled Grant Account created by Cora Make, 23 November 2026, 10:02:00am',
      'Details handed over in person by Rita Desk',
      'How it ended Completed, 23 November 2026, 10:02:00am',
    ])
      expect(text).toContain(said);
  });

  test('says London time in summer too', async () => {
    const { send, says } = await openForms();
    expect(await says(await send(sampleApplication({ sentAt: '2026-07-01T23:30:05.000Z' })))).toContain(
      'Sent 2 July 2026, 12:30:05am',
    );
  });

  test('has the statements as they were agreed at the desk, where they were', async () => {
    const { send, having, says, settings } = await openForms();
    await settings.setRules({ recordStatements: ['I have thought about it.', 'I share it at my own risk.'] }, 'test');
    const sent = await send(sampleApplication({ form: { agreed: null } }));
    expect(await says(sent)).toContain('No statements have been agreed.');
    await having(sent, 'verify', 'agree');
    const text = await says(sent);
    expect(text).toContain('Read and agreed with Vera Check at the practice, 23 November 2026, 10:00:00am.');
    expect(text).toContain('I have thought about it. I share it at my own risk.');
  });

  test('has both people, relationship, basis, scope and consent of a request for another person', async () => {
    const { send, having, says } = await openForms();
    const sent = await send(sampleProxy({ form: { dateOfBirth: born('2013-02-01') } }));
    await having(sent, 'verify', 'verifyAsker', 'recordProxy', 'confirmCompetence', 'confirmConsent');
    const text = await says(sent);
    for (const said of [
      'First name Priya',
      'Person who asks for access First name Orla Last name Asking Date of birth 4 March 1985',
      'Identity of the person who asks Method Documents',
      'Is the patient’s Parent On the basis of A decision in the patient’s best interests For Book and cancel appointments, Order repeat prescriptions, View my health record Recorded by Aled Grant',
      'Understanding confirmed by a clinician Reva Look',
      'Patient’s own consent confirmed by Vera Check',
    ])
      expect(text).toContain(said);
  });

  test('of an application nobody has worked on says so, and nothing of what nobody did', async () => {
    const { send, says } = await openForms();
    const text = await says(await send());
    expect(text).toContain('Identity of the patient Not verified.');
    expect(text).toContain('Not decided yet');
    expect(text).toContain('Authorised by Not yet Account created by Not yet Details handed over in person by Not yet');
    expect(text).not.toMatch(/Confirmed:|by a clinician|consent|undefined|null|NaN/);
  });
});

test('of what has ended nothing is said to be still to come', async () => {
  const { send, having, says } = await openForms();
  const sent = await send();
  await having(sent, 'verify', 'grantAppointments', 'refer', 'withdraw');
  const text = await says(sent);
  expect(text).toContain('Book and cancel appointments Granted Aled Grant');
  expect(text).toContain('Order repeat prescriptions Not decided');
  expect(text).toContain('View my health record Not decided');
  expect(text).toContain('Account created by No Details handed over in person by No');
  const task = await send(sampleTask());
  await having(task, 'withdraw');
  expect(await says(task)).toContain('Dealt with by No');
  for (const one of [sent, task]) expect(await says(one)).not.toMatch(/yet|With a clinician|Still open/);
});

describe('what may not be read by others', () => {
  test('is not in it: a wish to talk, being alone, pressure, and contact that is not safe', async () => {
    const { send, having, says } = await openForms();
    const contact = { email: 'watched@example.org', mobile: '07700900123', isSafe: false };
    const quiet = await send(sampleApplication({ form: { wantsToTalk: true, agreed: null, contact } }));
    const plain = await send(sampleApplication({ form: { agreed: null, contact: null } }));
    const withoutReference = (text: string, { reference }: StoredApplication) => text.replaceAll(reference, 'XXX-XXX');
    // To the letter what somebody without the wish, and without a contact, has.
    expect(withoutReference(await says(quiet), quiet)).toBe(withoutReference(await says(plain), plain));
    await having(quiet, 'talk', 'comeBack');
    expect(await says(quiet)).not.toMatch(/talk|alone|pressure|press|safe|watched|07700/i);
  });

  test.each(refuseReasonSchema.options)('refused for %s: pressure reads as another reason', async (reason) => {
    const { acts, team, send, keyOf, says } = await openForms();
    const sent = await send();
    expect(await acts.refuse(team.verifier, { ...(await keyOf(sent)), reason })).toEqual({ kind: 'done' });
    const text = await says(sent);
    expect(text).toContain('Identity was not confirmed. ');
    expect(text).not.toMatch(/pressure|pressed|alone/i);
    expect(text.includes('Because Another reason')).toBe(reason === 'underPressure' || reason === 'other');
  });

  test('a request about an account has who asked and that it was dealt with, not what was wished', async () => {
    const { send, having, says } = await openForms();
    const sent = await send(sampleTask());
    await having(sent, 'finishTask');
    const text = await says(sent);
    expect(text).toContain('Dealt with by Rita Desk, 23 November 2026, 10:00:00am');
    expect(text).not.toMatch(/stop|change|mine|Services asked/i);
  });
});

describe('making it', () => {
  test('is audited by a random id with the role, under a file name that names nobody', async () => {
    const { send, forms, team, trail, published } = await openForms();
    const sent = await send();
    published.length = 0;
    const paper = await forms.make(team.manager, sent.id);
    expect(paper?.fileName).toBe(`online-services-form-${sent.reference}.pdf`);
    expect(new TextDecoder().decode(paper?.pdf)).toBe('PDF 1');
    expect((await trail()).at(-1)).toMatchObject({
      action: 'application.formMade',
      actor: `staff:${team.manager.staffId}`,
      subjectId: sent.subjectId,
      detail: { role: 'manager' },
    });
    expect(published).toEqual([]);
  });

  test('of one that is not there is refused, and of one that cannot be printed nothing is said to be made', async () => {
    const { send, forms, team, papers, trail, log } = await openForms();
    expect(await forms.make(team.manager, randomUUID())).toBeNull();
    const sent = await send();
    papers.fail();
    await expect(forms.make(team.manager, sent.id)).rejects.toThrow('No paper');
    expect((await trail()).filter(({ action }) => action === 'application.formMade')).toEqual([]);
    expect(log.events).not.toContain('application.formMade');
  });

  test('takes whatever anybody typed as text', async () => {
    const { send, html, settings } = await openForms();
    const hostile = `</bdi><script>alert("x")</script><img src=x onerror='y'>&amp;`;
    await settings.setRules({ practiceName: `Surgery ${hostile}` }, 'test');
    const agreed = { version: hostile, statements: [{ words: hostile, at: '2026-11-23T10:00:00.000Z' }] };
    const address = { line1: hostile, line2: hostile, town: hostile, postcode: postcodeSchema.parse('LS65RT') };
    const needs = { kinds: ['interpreter' as const], language: hostile };
    const form = { firstName: hostile, lastName: hostile, agreed, address, needs };
    const page = await html(await send(sampleApplication({ form })));
    expect(page).not.toMatch(/<script|<img|onerror='/);
    // All nine are there to be read.
    expect(textOf(page).split(hostile)).toHaveLength(10);
  });

  test('says DEMONSTRATION on every page of a demonstration, and nowhere else', async () => {
    const shown = await openForms({ isDemonstration: true });
    expect(await shown.html(await shown.send())).toMatch(/<thead><tr><td><span class="demonstration">DEMONSTRATION</);
    const real = await openForms();
    expect(await real.html(await real.send())).not.toContain('DEMONSTRATION');
  });
});
