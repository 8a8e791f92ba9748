import type { Reference } from '../../../../preload/contract/rules/reference';

/** A reference as it is read out: letter by letter, with a pause in the middle. `DFJ-KM2` is `D F J, K M 2`. */
export function spokenReference(reference: Reference): string {
  return reference
    .split('-')
    .map((part) => [...part].join(' '))
    .join(', ');
}
