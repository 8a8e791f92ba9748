import type { ComeBack, Interpreter, Method, RefuseReason } from '../../../../preload/contract/desk/applications';

/** The order in which choices stand: what is used most, first. */
export const methodOrder = ['documents', 'vouching', 'vouchingWithRecord'] as const satisfies readonly Method[];
export const interpreterOrder = ['none', 'professional', 'staff', 'relative'] as const satisfies readonly Interpreter[];
export const refuseOrder = [
  'documentsNotAccepted',
  'doesNotMatch',
  'couldNotAnswer',
  'underPressure',
  'other',
] as const satisfies readonly RefuseReason[];
export const missingOrder = [
  'photo',
  'address',
  'interpreter',
  'alone',
  'otherPerson',
  'proofOfAuthority',
] as const satisfies readonly ComeBack[];
