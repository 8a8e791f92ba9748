import type { WebContents } from 'electron';
import type { Timers } from '../../services/ports';

/** Pixels of a page in a millimetre, as CSS counts them. */
export const pixelsInMillimetre = 96 / 25.4;

/** A sheet as it lies on its page, in pixels of CSS. */
export interface SheetMeasures {
  /** How many there are; a page is one. */
  sheets: number;
  /** What stands on the page reaches as far as this from its top left corner. */
  right: number;
  bottom: number;
  /** Something is wider or higher than the box that cuts it off. */
  isCut: boolean;
}

/*
 * Runs beside the page in a world of its own, where the page has no scripts: of what stands on the sheet nothing leaves its process but
 * numbers.
 */
const measure = `(async () => {
  await document.fonts.ready;
  const sheets = [...document.querySelectorAll('.sheet')];
  const all = sheets.flatMap((sheet) => [sheet, ...sheet.querySelectorAll('*')]);
  const edges = sheets.map((sheet) => {
    const { left, top, bottom } = sheet.getBoundingClientRect();
    // Scroll heights are whole pixels, rounded down as often as up.
    return { right: left + sheet.scrollWidth, bottom: Math.max(bottom, top + sheet.scrollHeight) };
  });
  const page = document.documentElement;
  const isCut = all.some((element) => {
    if (!(element instanceof HTMLElement) || getComputedStyle(element).display === 'inline') return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    return (
      (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
    );
  });
  return {
    sheets: sheets.length,
    right: Math.max(page.scrollWidth > page.clientWidth ? page.scrollWidth : 0, ...edges.map(({ right }) => right)),
    bottom: Math.max(page.scrollHeight > page.clientHeight ? page.scrollHeight : 0, ...edges.map(({ bottom }) => bottom)),
    isCut,
  };
})()`;

/** Resolves once a frame with the page as it is laid out now has been drawn. */
const drawn = `new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
})`;

/** Looks at a page that runs no scripts, as it is drawn for paper. */
export interface SheetRuler {
  measure(): Promise<SheetMeasures>;
  /** Waits until the page is laid out in a window of that many pixels of CSS. */
  isLaidOutAs(width: number, height: number): Promise<void>;
  /** Waits until what is laid out is drawn. Soon only while pictures are taken: a window that nobody sees has a frame in a second. */
  isDrawn(): Promise<void>;
}

/** @throws Error when the page is gone. */
export async function holdRuler({ debugger: tool }: WebContents, timers: Timers): Promise<SheetRuler> {
  tool.attach('1.3');
  await tool.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
  const { frameTree } = (await tool.sendCommand('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
  const world = { frameId: frameTree.frame.id, worldName: 'ruler' };
  const { executionContextId } = (await tool.sendCommand('Page.createIsolatedWorld', world)) as {
    executionContextId: number;
  };
  const run = async (expression: string): Promise<unknown> => {
    const options = { expression, contextId: executionContextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await tool.sendCommand('Runtime.evaluate', options)) as {
      result: { value?: unknown };
      exceptionDetails?: unknown;
    };
    if (exceptionDetails !== undefined) throw new Error('The page could not be measured');
    return result.value;
  };
  return {
    measure: async () => (await run(measure)) as SheetMeasures,
    isLaidOutAs: async (width, height) => {
      const isSo = `Math.abs(innerWidth - ${String(width)}) <= 1 && Math.abs(innerHeight - ${String(height)}) <= 1`;
      // The page's own timers stand still with its scripts.
      while ((await run(isSo)) !== true) await timers.sleep(5);
    },
    isDrawn: async () => {
      await run(drawn);
    },
  };
}
