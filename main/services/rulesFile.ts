import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

/** More than any practice's rules; what is handed to the owner of the data folder is one line of this length. */
const largestBytes = 1_000_000;

/** A file of practice rules cannot be read; `message` is one sentence for staff that names the file and says what to do. */
export class UnusableRulesFile extends Error {
  override readonly name = 'UnusableRulesFile';
}

/**
 * Reads practice rules as data: one JSON object, rule names to values. What the rules say is checked where they are set.
 * @throws UnusableRulesFile
 */
export async function readRulesFile(path: string): Promise<Record<string, unknown>> {
  const name = basename(path);
  const text = await readText(path, name);
  const rules = parse(text, name);
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) {
    throw new UnusableRulesFile(`${name} was not used: write the rules as one JSON object, names to values.`);
  }
  return { ...rules };
}

async function readText(path: string, name: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > largestBytes) throw new UnusableRulesFile(`${name} was not used: it is larger than 1 MB.`);
    // An editor of Windows may have put a byte-order mark before it.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UnusableRulesFile) throw error;
    throw new UnusableRulesFile(`${name} was not used: it cannot be read; check its name and who may read it.`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = error instanceof SyntaxError ? /line (\d+) column/.exec(error.message)?.[1] : undefined;
    const where = place === undefined ? '' : ` at line ${place}`;
    throw new UnusableRulesFile(`${name} was not used: it is not JSON${where}; look for a missing comma or quote.`);
  }
}
