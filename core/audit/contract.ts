// Decides what a principal may ask and learn about the audit.
import * as z from 'zod/mini'
import { answer, id, limits, reference, type Rows, type Instant, type Role } from '../wire'
export const auditExport = z.object({
  schoolId: id,
  after: z.optional(z.int().check(z.gte(0))),
  /** The code that an earlier export ended with: does the audit still contain it? */
  anchor: z.optional(reference(limits.LABEL_MAX)),
})

export interface AuditRow {
  seq: number
  at: Instant
  /** A mark that is somebody's throughout the school's audit; never an openid (C28). */
  by: string
  /** Their card in that role, while they have it: 语文王老师. */
  who?: string
  role: Role | 'system'
  action: string
  /** What was done, in words; absent: an act of an older version. */
  said?: string
  target: string
  detail?: Record<string, string | number | boolean>
  previous: string
  hash: string
}

export interface AuditExport {
  rows: AuditRow[]
  /** Every row continues the one before it, and none is missing. */
  intact: boolean
  /** The first row that does not. */
  brokenAt?: number
  /** Pass as `after` for the next rows; absent at the end. */
  next?: number
  /** What became of the anchor that was asked for: `cut`, the audit no longer reaches that far; `forked`, another row stands there. */
  anchored?: 'unbroken' | 'cut' | 'forked'
  /** At the end: the code by which a later reading knows this end again. */
  anchor?: string
}

export const auditRows = {
  'audit.export': {
    input: auditExport,
    output: answer<AuditExport>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
    rate: { burst: 200, every: 1_000 },
  },
} as const satisfies Rows
