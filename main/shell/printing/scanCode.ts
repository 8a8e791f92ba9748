import { readFile } from 'node:fs/promises';

/** Blue, green, red, alpha, from the top left: as Chromium captures a page. */
export interface Bitmap {
  pixels: Buffer;
  width: number;
  height: number;
}

/** One at a time: the reader is there once for the whole program. */
let before: Promise<unknown> = Promise.resolve();

/**
 * What a scanner reads from the QR code on a page as it is drawn; null: there is none that reads, or there are several that say different things
 * (a calibration page has one in several sizes).
 * The reader is WebAssembly out of the app's own folder and reaches nothing.
 */
export function scanCode(bitmap: Bitmap, wasmFile: string): Promise<string | null> {
  const scanning = before.then(() => scan(bitmap, wasmFile));
  before = scanning.catch(() => undefined);
  return scanning;
}

async function scan({ pixels, width, height }: Bitmap, wasmFile: string): Promise<string | null> {
  const { prepareZXingModule, purgeZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const program = await readFile(wasmFile);
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer } });
  try {
    // Red and blue change places: a code is black on white.
    const data = new Uint8ClampedArray(pixels);
    const picture = { data, width, height, colorSpace: 'srgb' as const };
    const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 3 });
    data.fill(0);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const [text, ...others] = new Set(codes.map(({ bytes }) => decoder.decode(bytes)));
    return text === undefined || others.length > 0 ? null : text;
  } finally {
    // Its memory holds the page.
    purgeZXingModule();
  }
}
