import { applicationDetailSchema } from '../../../preload/contract/desk/applications';
import type { ApplicationDetail } from '../../../preload/contract/desk/applications';
import { applicationRow } from './applicationRows';

/** The page of an adult who has just applied for the record. */
export function applicationDetail(changed: Partial<Record<keyof ApplicationDetail, unknown>> = {}): ApplicationDetail {
  return applicationDetailSchema.parse({
    ...applicationRow(1, { decisions: { record: 'pending' } }),
    nhsNumber: null,
    address: null,
    contact: null,
    needs: null,
    agreed: null,
    asker: null,
    whose: null,
    verification: null,
    askerVerification: null,
    refusedFor: null,
    comeBackWith: [],
    proxy: null,
    competence: null,
    consent: null,
    agreedAtDesk: null,
    talked: null,
    decidedBy: {},
    recordOff: null,
    account: null,
    slip: null,
    handedOver: null,
    task: null,
    slipRefusal: null,
    possible: [],
    others: [],
    ...changed,
  });
}
