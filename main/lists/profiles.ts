import type { Headings } from './fields';
import { commonHeadings, emisHeadings, systmOneHeadings } from './profileHeadings';

/** How one system's export is read. A practice's saved mapping (`mapping.ts`) is one more of these. */
export interface Profile {
  id: string;
  /** Whose patient ids these are: two profiles of one system share it. */
  source: string;
  /** Headings only this system uses: they decide between two profiles that fit. */
  own: Headings;
  /** Headings any export may use. */
  common: Headings;
  /** Named by staff: counts only where every heading it names is there, and then before all others. */
  isMapped?: boolean;
}

/** The profiles every installation knows. */
export const builtInProfiles: readonly Profile[] = [
  { id: 'emis', source: 'emis', own: emisHeadings, common: commonHeadings },
  { id: 'systmone', source: 'systmone', own: systmOneHeadings, common: commonHeadings },
];
