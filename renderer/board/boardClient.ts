import type { ContractRouterClient } from '@orpc/contract';
import type { BoardContract } from '../../preload/contract/board';

/** The board's contract as this page calls it: what is called, and how it sounds. */
export type BoardClient = ContractRouterClient<BoardContract>;
