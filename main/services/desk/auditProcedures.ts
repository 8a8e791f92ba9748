import { createAuditReading, type AuditParts } from './audit';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';

/** What a desk asks of the audit trail. */
export function auditProcedures({ audit }: Pick<DeskProcedures, 'audit'>, parts: AuditParts) {
  const trail = createAuditReading(parts);
  return {
    read: audit.read.handler(({ input, context }) => trail.read(input.filter, input.before, callerOf(context))),
    verify: audit.verify.handler(({ context }) => trail.verify(callerOf(context))),
    export: audit.export.handler(({ input, context }) => trail.export(input.filter, input.before, callerOf(context))),
  };
}
