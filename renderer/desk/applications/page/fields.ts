import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { groupNhsNumber } from '../../../../preload/contract/rules/nhsNumber';
import { spacePostcode } from '../../../../preload/contract/rules/postcode';
import { pageWords as words } from '../../../text/desk/applicationsPage';
import { birthOf } from '../../../text/desk/times';

/** One fact of a person: as it is read, and as the clinical system takes it. Nothing to copy where nothing was given. */
export interface Field {
  label: string;
  shown: string;
  copied: string;
}

type Person = Pick<ApplicationDetail, 'firstName' | 'lastName' | 'dateOfBirth' | 'nhsNumber' | 'address'>;

/** @param age whole years; null where it is not known. */
export function personFields(person: Person, age: number | null): Field[] {
  const { firstName, lastName, dateOfBirth, nhsNumber, address } = person;
  return [
    plain(words.lastName, lastName),
    plain(words.firstName, firstName),
    {
      label: words.born,
      shown: age === null ? birthOf(dateOfBirth) : words.bornOf(dateOfBirth, age),
      copied: dateOfBirth.split('-').reverse().join('/'),
    },
    ...(nhsNumber === null ? [] : [{ label: words.nhsNumber, shown: groupNhsNumber(nhsNumber), copied: nhsNumber }]),
    ...(address === null
      ? []
      : [
          plain(words.address1, address.line1),
          ...(address.line2 === null ? [] : [plain(words.address2, address.line2)]),
          plain(words.town, address.town),
          plain(words.postcode, spacePostcode(address.postcode)),
        ]),
  ];
}

/** Email and mobile; without a copy where they said that it is not safe. */
export function contactFields({ email, mobile, isSafe }: NonNullable<ApplicationDetail['contact']>): Field[] {
  if (email === null && mobile === null) return [{ label: words.contact, shown: words.noContact, copied: '' }];
  const given = [
    ...(email === null ? [] : [plain(words.email, email)]),
    ...(mobile === null
      ? []
      : [{ label: words.mobile, shown: `${mobile.slice(0, 5)} ${mobile.slice(5)}`, copied: mobile }]),
  ];
  return isSafe === false ? given.map((field) => ({ ...field, copied: '' })) : given;
}

function plain(label: string, value: string): Field {
  return { label, shown: value, copied: value };
}
