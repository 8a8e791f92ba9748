import type { ContractRouterClient } from '@orpc/contract';
import type { KioskContract } from '../../preload/contract/kiosk';

/** The kiosk contract as this page calls it. */
export type KioskClient = ContractRouterClient<KioskContract>;
