import { expect, test } from 'vitest';
import { en } from '../../../renderer/text/en';

const { signUp } = en;

test('the fixed words of an application are those that tests and people find things by', () => {
  expect(signUp.whoFor).toMatchObject({ heading: 'Who is this for?', me: 'Me', someoneElse: 'Someone else' });
  expect(signUp.name).toMatchObject({
    heading: 'What is your name?',
    firstName: 'First name',
    lastName: 'Last name',
  });
  expect(signUp.knowsNhsNumber.heading).toBe('Do you know your NHS number?');
  expect(signUp.nhsNumber.heading).toBe('What is your NHS number?');
  expect(signUp.address).toEqual({
    heading: 'What is your address?',
    line1: 'Address line 1',
    line2: 'Address line 2 (optional)',
    town: 'Town or city',
    postcode: 'Postcode',
  });
  expect(signUp.contact).toMatchObject({
    heading: 'How can we contact you?',
    email: 'Email address',
    mobile: 'Mobile number',
  });
  expect(signUp.contactSafe.heading).toBe('Is it safe to contact you this way?');
  expect(signUp.services).toMatchObject({
    heading: 'Which services would you like?',
    appointments: 'Book and cancel appointments',
    prescriptions: 'Order repeat prescriptions',
    record: 'View my health record',
  });
  expect(signUp.record.heading).toBe('Before you see your record');
  expect(signUp.check.heading).toBe('Check your answers');
  expect([signUp.send, signUp.talkFirst]).toEqual(['Send my application', 'I would rather talk to someone first']);
});
