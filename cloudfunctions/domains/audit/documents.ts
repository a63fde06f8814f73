// Decides the shape of the audit's rows.
import type { Instant, Role } from '@class-pact/core/contract'

/** `_id` = `<collection>/<document>#<entry>`: an entry is chained once; school and seq are unique: the chain does not fork. */
export interface AuditDoc {
  _id: string
  schoolId: string
  seq: number
  at: Instant
  by: string
  role: Role | 'system'
  action: string
  target: string
  detail?: Record<string, string | number | boolean>
  previous: string
  hash: string
}
