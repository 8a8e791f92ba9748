/** What spreadsheets take for the beginning of a formula, in ASCII and at full width; a tab or a line end may hide one behind it. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe before what could begin one, which spreadsheets do not show. */
export function safeCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
