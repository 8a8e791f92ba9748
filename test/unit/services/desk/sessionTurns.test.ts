import { expect, test } from 'vitest';
import { createTurnsOfLoop } from '../../../../main/services/desk/sessionTurns';

test('of a hundred streams that have something new at once one goes on in each turn, in order, and others get in between', async () => {
  const turn = createTurnsOfLoop();
  const gone: number[] = [];
  const all = Array.from({ length: 100 }, (_, index) =>
    turn().then(() => {
      gone.push(index);
    }),
  );
  const seen: number[] = [];
  while (gone.length < 100) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(gone.length);
  }
  await Promise.all(all);
  expect(gone).toEqual(Array.from({ length: 100 }, (_, index) => index));
  for (const [index, count] of seen.entries()) expect(count - (seen[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('whoever comes later, and alone, is let go too', async () => {
  const turn = createTurnsOfLoop();
  await turn();
  await Promise.all([turn(), turn()]);
  await turn();
});
