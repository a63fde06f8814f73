// Decides how the audit trail is read and grows, and what seals a row; nothing here changes or removes one (G12).
import { createHash } from 'node:crypto'
import { openCollection, type Collection } from '../../common/store/collection'
import type { AuditDoc } from './documents'

/** Characters of a member's mark: 96 bits, more than any school has members. */
const MARK_LENGTH = 24

/** Rows are read and appended. The door has no other handle. */
export const audit: Pick<Collection<AuditDoc>, 'list' | 'insert' | 'aggregate'> = openCollection<AuditDoc>('audit')

/**
 * Somebody's mark in what a school takes along: the same person has the same one throughout, nobody can tell an openid from
 * it, and whoever has the openid can prove whose it is.
 */
export function markMember(schoolId: string, openid: string): string {
  if (openid === 'system') return openid
  // Letters and digits only: a mark that began with a sign would be a formula to a spreadsheet.
  return createHash('sha256')
    .update(JSON.stringify(['member', schoolId, openid]))
    .digest('hex')
    .slice(0, MARK_LENGTH)
}

/** The seal of a row: everything it says as it is exported, with the seal of the row before. */
export function sealRow(row: Omit<AuditDoc, '_id' | 'hash'>): string {
  const { previous, schoolId, seq, at, by, role, action, target, detail } = row
  return createHash('sha256')
    .update(
      JSON.stringify([previous, schoolId, seq, at, markMember(schoolId, by), role, action, target, detail ?? null]),
    )
    .digest('hex')
}
