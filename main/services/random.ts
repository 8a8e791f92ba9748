import { randomInt } from 'node:crypto';

const steps = 2 ** 32;

/** A number in [0, 1) that nobody can foresee: a ticket must tell nothing about anybody, not even how many came before. */
export function unforeseeable(): number {
  return randomInt(steps) / steps;
}
