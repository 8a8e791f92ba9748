/** What we use of the package `qrcode`, which brings no types (the pages have a declaration of their own, in their own project). */
declare module 'qrcode' {
  interface QrModules {
    /** Modules in a row and in a column. */
    size: number;
    /** 1 or true where a module is dark. */
    get(row: number, column: number): number;
  }
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: QrModules };
}
