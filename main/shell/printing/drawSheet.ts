import { join } from 'node:path';
import type { BrowserWindow, NativeImage, WebContents } from 'electron';
import { SheetFault, type Sheet, type Timers } from '../../services/ports';
import { holdRuler, pixelsInMillimetre, type SheetRuler } from './measureSheet';
import { sizePages } from './pdfPages';
import type { PaperWindows } from './paperWindow';
import { scanCode, type Bitmap } from './scanCode';

/** Pixels of a picture to one of CSS: 192 to the inch, enough for the finest code. */
const sharpness = 2;
/** Layout counts in whole pixels here and there: less than a third of a millimetre. */
const tolerance = 1;

/** A sheet that has been drawn and checked; it is wiped when `use` is done. */
export interface DrawnSheet {
  /** Still in its window. */
  contents: WebContents;
  pdf: Buffer;
  picture: NativeImage;
  widthMillimetres: number;
  heightMillimetres: number;
  /** What a scanner reads from it. */
  reads: string | null;
}

/** @param appFolder the built application, where fonts and the reader of codes are. */
export interface DrawingParts {
  windows: PaperWindows;
  timers: Timers;
  appFolder: string;
}

/** Fonts of papers and the reader of codes, beside the program. */
export const papersFolder = (appFolder: string): string => join(appFolder, 'papers');

/**
 * Draws `sheet` in a process of its own and checks it: all of it is on the paper, it is one page, its code reads as it must.
 * @throws SheetFault, and what `use` throws.
 */
export async function drawSheet<Result>(
  { windows, timers, appFolder }: DrawingParts,
  sheet: Sheet,
  use: (drawn: DrawnSheet) => Promise<Result>,
  options?: { longest: number },
): Promise<Result> {
  let isDrawn = false;
  // Its own: whoever forgets the sheet meanwhile does not leave half a page to be drawn.
  const html = new Uint8Array(sheet.html);
  try {
    return await windows.open(
      html,
      async (window) => {
        const drawn = await draw(window, sheet, { timers, appFolder });
        isDrawn = true;
        try {
          return await use(drawn);
        } finally {
          drawn.pdf.fill(0);
        }
      },
      options,
    );
  } catch (error) {
    if (isDrawn || error instanceof SheetFault) throw error;
    // Neither what it was nor what the error says of it: both are a patient's.
    throw new SheetFault('notMade');
  } finally {
    html.fill(0);
  }
}

async function draw(
  window: BrowserWindow,
  sheet: Sheet,
  { timers, appFolder }: Pick<DrawingParts, 'timers' | 'appFolder'>,
): Promise<DrawnSheet> {
  const contents = window.webContents;
  // Kept for a whole session: the sheet before was looked at more closely.
  contents.setZoomFactor(1);
  // The window is low while it is measured, and half a pixel short or long later: paper has no bars to scroll by.
  await contents.insertCSS('::-webkit-scrollbar{display:none}');
  const ruler = await holdRuler(contents, timers);
  const { widthMillimetres } = sheet;
  const heightMillimetres = await fittingHeight(window, ruler, sheet);
  const pdf = await makePdf(contents, sheet, heightMillimetres);
  try {
    const picture = await takePicture(window, ruler, { widthMillimetres, heightMillimetres });
    const reads = sheet.link === null ? null : await read(picture, appFolder);
    if (reads !== sheet.link) throw new SheetFault('codeMismatch');
    return { contents, pdf, picture, widthMillimetres, heightMillimetres, reads };
  } catch (error) {
    pdf.fill(0);
    throw error;
  }
}

/** Whole millimetres; a roll is cut below what stands on it. @throws SheetFault when something is not on the paper. */
async function fittingHeight(window: BrowserWindow, ruler: SheetRuler, sheet: Sheet): Promise<number> {
  const { widthMillimetres, heightMillimetres, mayHavePages } = sheet;
  const width = Math.ceil(widthMillimetres * pixelsInMillimetre);
  // Low, so that what stands on the page and not the window says how high it is.
  window.setContentSize(width, 40);
  await ruler.isLaidOutAs(width, 40);
  if (mayHavePages && heightMillimetres !== null) return heightMillimetres;
  const { sheets, right, bottom, isCut } = await ruler.measure();
  if (sheets !== 1) throw new SheetFault('notMade');
  if (isCut || right > widthMillimetres * pixelsInMillimetre + tolerance) throw new SheetFault('doesNotFit');
  // What ends a hair below the paper would begin a second page; of a roll nobody misses the rest of a millimetre.
  if (heightMillimetres === null) return Math.ceil(bottom / pixelsInMillimetre + 0.05);
  if (bottom > heightMillimetres * pixelsInMillimetre + tolerance) throw new SheetFault('doesNotFit');
  return heightMillimetres;
}

async function makePdf(contents: WebContents, sheet: Sheet, heightMillimetres: number): Promise<Buffer> {
  const { widthMillimetres, mayHavePages } = sheet;
  // What goes on to further sheets has margins of its own on each.
  const margins = mayHavePages ? '' : 'margin:0;';
  await contents.insertCSS(`@page{size:${String(widthMillimetres)}mm ${String(heightMillimetres)}mm;${margins}}`);
  const rounded = await contents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: false,
  });
  const { pdf, pages } = sizePages(rounded, { widthMillimetres, heightMillimetres });
  rounded.fill(0);
  if (pages === 1 || mayHavePages) return pdf;
  pdf.fill(0);
  throw new SheetFault('doesNotFit');
}

async function takePicture(
  window: BrowserWindow,
  ruler: SheetRuler,
  paper: { widthMillimetres: number; heightMillimetres: number },
): Promise<NativeImage> {
  const width = Math.round(paper.widthMillimetres * pixelsInMillimetre * sharpness);
  const height = Math.round(paper.heightMillimetres * pixelsInMillimetre * sharpness);
  window.setContentSize(width, height);
  window.webContents.setZoomFactor(sharpness);
  await ruler.isLaidOutAs(width / sharpness, height / sharpness);
  let isDrawn = false;
  const drawing = ruler.isDrawn().then(() => {
    isDrawn = true;
  });
  // Taking pictures has the window drawn; the first are empty, or of the page as it was before.
  let before: Buffer | null = null;
  while (!window.isDestroyed()) {
    const wasDrawn = isDrawn;
    const picture = await Promise.race([window.webContents.capturePage(), failed(drawing)]);
    const now: Buffer = bitmapOf(picture).pixels;
    const isIt = wasDrawn && picture.getSize().height >= height && before !== null && now.equals(before);
    before?.fill(0);
    before = now;
    if (!isIt) continue;
    now.fill(0);
    return picture;
  }
  throw new SheetFault('notMade');
}

/** Never resolves; ends when `work` fails. */
const failed = (work: Promise<unknown>): Promise<never> => work.then(() => new Promise<never>(() => undefined));

async function read(picture: NativeImage, appFolder: string): Promise<string | null> {
  const bitmap = bitmapOf(picture);
  try {
    return await scanCode(bitmap, join(papersFolder(appFolder), 'zxing_reader.wasm'));
  } finally {
    bitmap.pixels.fill(0);
  }
}

/** As many pixels as there are, whatever `getSize` counts on a screen with a scale of its own. */
function bitmapOf(picture: NativeImage): Bitmap {
  const [scaleFactor = 1] = picture.getScaleFactors();
  const { width, height } = picture.getSize(scaleFactor);
  const pixels = picture.toBitmap({ scaleFactor });
  const isScaled = pixels.length !== width * height * 4;
  return {
    pixels,
    width: isScaled ? Math.round(width * scaleFactor) : width,
    height: isScaled ? Math.round(height * scaleFactor) : height,
  };
}
