import { slipProblem } from '../../../preload/contract/rules/slipValues';
import { checkWhole } from './checks';
import { checkLink } from './links';

/** Characters of the number that people ring, as the practice writes it: a slip for 58 mm paper has room for these. */
const longestPhone = 20;
const mostExpiryDays = 365;

/** What is wrong with the rules of setup slips and the other papers. */
export function checkSlips(rules: Record<string, unknown>): string[] {
  return [
    ...checkOdsCode(rules['odsCode']),
    ...checkHelpPhone(rules['helpPhone']),
    ...checkLink('The link for EMIS', rules['emisLink']),
    ...checkLink('The link for SystmOne', rules['systmOneLink']),
    ...checkLink('The link of invitations', rules['startLink']),
    ...checkExpiryDays(rules['slipExpiryDays']),
  ];
}

function checkOdsCode(value: unknown): string[] {
  const isRight = value === null || (typeof value === 'string' && slipProblem('odsCode', value) === null);
  return isRight ? [] : ['The ODS code must be null or written as A12345.'];
}

/** A number in the United Kingdom. One that is a digit short would leave a patient who cannot sign in with nobody to ask. */
function checkHelpPhone(value: unknown): string[] {
  if (value === null) return [];
  if (typeof value === 'string' && value.length <= longestPhone && /^\+?\d+(?: \d+)*$/.test(value)) {
    const digits = value.replaceAll(' ', '');
    if (/^(?:0\d{9,10}|\+44[1-9]\d{8,9})$/.test(digits)) return [];
  }
  return [`The help number must be null or a UK telephone number of at most ${longestPhone} digits and spaces.`];
}

function checkExpiryDays(value: unknown): string[] {
  return value === null ? [] : checkWhole('Days after which a slip expires, unless null,', value, 1, mostExpiryDays);
}
