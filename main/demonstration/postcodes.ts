import { postcodeSchema, type FoldedPostcode } from '../../preload/contract/rules/postcode';
import type { Random } from './random';

/** HV is no postcode area, so no address can have one of these, yet they have the shape every form accepts. */
const area = 'HV';
const districts = [1, 2, 3, 4, 5, 6];
/** The last two letters of a postcode are never C, I, K, M, O or V (Royal Mail, "Postcode formats"). */
const unitLetters = [...'ABDEFGHJLNPQRSTUWXYZ'];

/** A made-up postcode, folded. */
export function makePostcode(random: Random): FoldedPostcode {
  const district = random.pick(districts);
  return postcodeSchema.parse(
    `${area}${district}${random.below(10)}${random.pick(unitLetters)}${random.pick(unitLetters)}`,
  );
}

/** A folded postcode as people write it: a space before the last three characters. */
export function writePostcode(postcode: FoldedPostcode): string {
  return `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}
