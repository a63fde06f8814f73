// Decides how the audit trail is read and grows.
import { openCollection } from './collection'
import type { AuditDoc } from './documents'

export const audit = openCollection<AuditDoc>('audit')
