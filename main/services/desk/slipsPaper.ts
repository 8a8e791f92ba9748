import type { SlipSystem, SlipValues } from '../../../preload/contract/rules/slipValues';
import { daysAfter } from '../../domain/application/reviews';
import type { StoredApplication } from '../../domain/application/types';
import { slipName } from '../../domain/slip/slipName';
import type { SetupSlip } from '../../domain/slip/types';
import { linkOf, paperHead, type PapersOf } from './printingPapers';

/** What stands on the slip of an application. It is for whoever will use the account: who asks for somebody else gets an account of their own. */
export function setupSlipOf(
  parts: PapersOf,
  { form, reference }: Pick<StoredApplication, 'form' | 'reference'>,
  system: SlipSystem,
  values: SlipValues | null,
): SetupSlip {
  const rules = parts.settings.rules();
  const head = paperHead(parts);
  const { firstName, lastName } = form.asker ?? form;
  const { slipExpiryDays } = rules;
  return {
    ...head,
    kind: 'setup',
    system,
    values,
    name: slipName(firstName, lastName),
    reference,
    expiresOn: slipExpiryDays === null || values === null ? null : daysAfter(head.issuedOn, slipExpiryDays),
    link: linkOf(rules, system),
    languages: ['en'],
    isSample: false,
  };
}
