import type { AccountWish, Relationship, Service } from '../../../../preload/contract/signUp';

/* What can be chosen, in the contract's order (a test holds the two together). Written out: its schemas would bring their library with them. */

export const accountWishes: readonly AccountWish[] = ['cannotGetIn', 'changeOrStop'];
export const relationships: readonly Relationship[] = [
  'parent',
  'partner',
  'child',
  'relative',
  'carer',
  'attorney',
  'other',
];
export const services: readonly Service[] = ['appointments', 'prescriptions', 'record'];
