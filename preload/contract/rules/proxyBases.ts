import type { Basis } from '../desk/applications';
import { ageBandOf } from './ages';

/**
 * On what somebody may act for a patient of this age (domain facts, "Levels, review, proxy"): parental responsibility under 16, nobody's own
 * consent under 11, and a power of attorney only of an adult.
 */
export function basesFor(age: number): readonly Basis[] {
  switch (ageBandOf(age)) {
    case 'child':
      return ['parent', 'deputy', 'bestInterests'];
    case 'young':
      return ['parent', 'consent', 'deputy', 'bestInterests'];
    case 'adult':
      return ['consent', 'attorney', 'deputy', 'bestInterests'];
  }
}
