// Decides the one action on the audit.
import { auditRows } from '@class-pact/core/audit/contract'
import { serve } from '../../common/call/handlers'
import { exportAudit } from './export-audit'

export const actions = serve(auditRows, {}, { 'audit.export': exportAudit })
