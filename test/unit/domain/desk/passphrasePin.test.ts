import { expect, test } from 'vitest';
import { isWeakPin } from '../../../../main/domain/desk/pin';

test.each([
  '0000',
  '11111111',
  '1234',
  '4321',
  '0123',
  '7890',
  '9876',
  '12345678',
  '2580',
  '1212',
  '838383',
  '1984',
  '2026',
  '147258',
])('%s would be tried first', (pin) => {
  expect(isWeakPin(pin)).toBe(true);
});

test.each(['7294', '3107', '90215', '481620', '73950284'])('%s can be used', (pin) => {
  expect(isWeakPin(pin)).toBe(false);
});

test('most PINs can be used', () => {
  const all = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'));
  const weak = all.filter(isWeakPin);
  expect(weak.length).toBeGreaterThan(250);
  expect(weak.length).toBeLessThan(600);
});
