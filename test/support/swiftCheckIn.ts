import type { Page } from '@playwright/test';
import type { Claim } from './patient';

/** The little of the page's own objects that the walk uses: tests are typed without a browser. */
interface PageElement {
  textContent: string | null;
  value: string;
  click(): void;
  dispatchEvent(event: unknown): void;
}
interface PageGlobals {
  document: {
    body: PageElement;
    querySelector(css: string): PageElement | null;
    querySelectorAll(css: string): Iterable<PageElement>;
  };
  HTMLInputElement: { prototype: object };
  MutationObserver: new (seen: () => void) => { observe(of: PageElement, what: object): void; disconnect(): void };
}

export interface SwiftEnding {
  heading: string;
  /** Milliseconds from the last `Continue` to the ending in the page. */
  milliseconds: number;
  /** What the whole ending says. */
  text: string;
}

/**
 * A patient who touches the screen as fast as it lets them, from Welcome to the ending, all inside the page: where a test walks
 * dozens of them, or measures, the driver's own round trips would be most of the time. Cannot answer a postcode.
 */
export function swiftCheckIn(page: Page, claim: Claim): Promise<SwiftEnding> {
  return page.evaluate(async ({ dateOfBirth, letter }) => {
    const { document, HTMLInputElement, MutationObserver } = globalThis as unknown as PageGlobals;
    const heading = (): string => document.querySelector('h1')?.textContent ?? '';
    const button = (name: string): PageElement | undefined =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
    const until = <Found>(look: () => Found | undefined | false): Promise<Found> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Still at "${heading()}"`)), 10_000);
        const check = (): void => {
          const found = look();
          if (found === undefined || found === false) return;
          observer.disconnect();
          clearTimeout(late);
          resolve(found);
        };
        const observer = new MutationObserver(check);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        check();
      });
    const press = async (name: string): Promise<void> => (await until(() => button(name))).click();
    const type = (id: string, text: string): void => {
      const input = document.querySelector(`#${id}`);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const finish = button('Finish');
    if (finish !== undefined) finish.click();
    await press('Check in for an appointment');
    await until(() => heading() === 'What is your date of birth?');
    const [year = '', month = '', day = ''] = dateOfBirth.split('-');
    for (const [id, text] of [
      ['day', day],
      ['month', month],
      ['year', year],
    ] as const)
      type(id, text);
    await press('Continue');
    await until(() => heading() === 'What is the first letter of your last name?');
    await press(letter);
    const began = performance.now();
    await press('Continue');
    await until(() => button('Finish'));
    return { heading: heading(), milliseconds: performance.now() - began, text: document.body.textContent ?? '' };
  }, claim);
}
