import { expect, it } from 'vitest';
import { cupsAddress } from '../../../../main/shell/printing/cups/connection';

it.each([
  ['/run/cups/other.sock', { socketPath: '/run/cups/other.sock' }],
  ['print.example.org', { host: 'print.example.org', port: 631 }],
  ['print.example.org:8631', { host: 'print.example.org', port: 8631 }],
  ['print.example.org:8631/version=1.1', { host: 'print.example.org', port: 8631 }],
  ['192.0.2.7:631', { host: '192.0.2.7', port: 631 }],
  ['[2001:db8::7]:8631', { host: '2001:db8::7', port: 8631 }],
  ['[2001:db8::7]', { host: '2001:db8::7', port: 631 }],
])('the printing system is where the environment says: %s', (said, address) => {
  expect(cupsAddress({ CUPS_SERVER: said }, 'linux')).toEqual(address);
});

it('the printing system is where it always is if the environment does not say', () => {
  expect(cupsAddress({}, 'linux')).toEqual({ socketPath: '/run/cups/cups.sock' });
  expect(cupsAddress({ CUPS_SERVER: '' }, 'linux')).toEqual({ socketPath: '/run/cups/cups.sock' });
  expect(cupsAddress({}, 'darwin')).toEqual({ socketPath: '/private/var/run/cupsd' });
});
