import { spacePostcode } from '../../../../preload/contract/rules/postcode';

/** A typed postcode as it is written, on one line. What is too short to be one stays as it is. */
export function spacedPostcode(text: string): string {
  const bare = text.replace(/\s/g, '');
  return bare.length < 5 ? text.trim() : spacePostcode(bare).replace(' ', '\u00a0');
}
