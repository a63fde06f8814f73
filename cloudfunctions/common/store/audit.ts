// Decides how the audit trail is read and grows, and what seals a row; nothing here changes or removes one (G12).
import { createHash } from 'node:crypto'
import { openCollection, type Collection } from './collection'
import type { AuditDoc } from './documents'

/** Rows are read and appended. The door has no other handle. */
export const audit: Pick<Collection<AuditDoc>, 'list' | 'insert'> = openCollection<AuditDoc>('audit')

/** The seal of a row: everything it says, with the seal of the row before. */
export function sealRow(row: Omit<AuditDoc, '_id' | 'hash'>): string {
  const { previous, schoolId, seq, at, by, role, action, target, detail } = row
  return createHash('sha256')
    .update(JSON.stringify([previous, schoolId, seq, at, by, role, action, target, detail ?? null]))
    .digest('hex')
}
