import { measureDesks } from './desks';
import { measureLastTap } from './lastTap';
import { measureStart } from './start';

/** Prints one JSON line for each measure (design §13), each beside its limit, measured in the same run. */
const measures = { start: measureStart, lastTap: measureLastTap, desks: measureDesks };
const wanted = process.argv.slice(2);

for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await measure()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
