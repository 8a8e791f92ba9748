import fc from 'fast-check';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayHavePort } from '../../../main/shell/asker';
import { addressOf, kioskOrigin, originOf, pagePath, type OwnPage } from '../../../main/shell/pagePath';

const pages: readonly OwnPage[] = ['kiosk', 'desk', 'board'];

describe('the address of a page', () => {
  it('leads to a file of its own folder', () => {
    expect(pagePath('/app/renderer', `${kioskOrigin}/assets/kiosk.js`, 'kiosk')).toBe(
      '/app/renderer/kiosk/assets/kiosk.js',
    );
  });

  it('stays inside where dots are folded before they are read', () => {
    expect(pagePath('/app/renderer', `${kioskOrigin}/%2e%2e/../main/index.cjs`, 'kiosk')).toBe(
      '/app/renderer/kiosk/main/index.cjs',
    );
  });

  it.each([
    `${kioskOrigin}/..%2f..%2fmain/index.cjs`,
    `${kioskOrigin}/%2e%2e%2fkiosk-secrets`,
    `${kioskOrigin}/a%00.html`,
    `${kioskOrigin}/%E0%A4%A`,
    `${kioskOrigin}/`,
    'reception-kiosk://desk/index.html',
    'https://kiosk/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('never leaves it: %s', (address) => {
    expect(pagePath('/app/renderer', address, 'kiosk')).toBeNull();
  });

  it('never leaves it, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...pages), (rest, page) => {
        const path = pagePath('/app/renderer', `${originOf(page)}/${rest}`, page);
        expect(path === null || (path.startsWith(`/app/renderer/${page}${sep}`) && !path.includes('..' + sep))).toBe(
          true,
        );
      }),
    );
  });

  it('is served to the windows of that page and to no other', () => {
    for (const asked of pages) {
      const served = pages.filter((page) => pagePath('/app/renderer', addressOf(asked), page) !== null);
      expect(served).toEqual([asked]);
    }
  });
});

describe('the message port', () => {
  const ours = { isOurWindow: true, isMainFrame: true, origin: kioskOrigin };

  it('is handed to the main frame of our window on its own page, and on no other page of ours', () => {
    for (const windowOf of pages) {
      const given = pages.filter((page) => mayHavePort({ ...ours, origin: originOf(page) }, originOf(windowOf)));
      expect(given).toEqual([windowOf]);
    }
  });

  it.each([
    { ...ours, isOurWindow: false },
    { ...ours, isMainFrame: false },
    { ...ours, origin: 'https://kiosk' },
    { ...ours, origin: 'null' },
    { ...ours, origin: '' },
    { ...ours, origin: `${kioskOrigin}.example` },
  ])('is refused to %j', (asker) => {
    expect(mayHavePort(asker, kioskOrigin)).toBe(false);
  });
});
