/** The command line cannot be followed; `message` is one plain sentence that says why. */
export class BadCommandLine extends Error {
  override readonly name = 'BadCommandLine';
}
