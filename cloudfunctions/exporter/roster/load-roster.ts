// Decides who may read a roster file and what is understood from it; nothing is stored here.
import { createHash } from 'node:crypto'
import { readRoster, type Roster } from '@class-pact/core/roster'
import type { Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { liesIn, uploadFolder } from '../../common/files/places'
import { readFiles } from '../../common/files/read-file'
import { memberOf } from '../../common/session'
import { readWorkbook } from './read-workbook'

/** What the phone lets choose: a roster of 5,000 rows has about 300 KB (import.ts). */
const FILE_BYTES_MAX = 5 * 1024 * 1024

export interface Loaded {
  roster: Roster
  /** SHA-256 of the file, in hex. */
  digest: string
}

/**
 * Errors: FORBIDDEN for all but the school's leaders; INPUT_INVALID for a file that is not the caller's own for this school;
 * FILE_UNREADABLE with `field` file, sheet or header.
 */
export async function loadRoster(
  { schoolId, fileId }: { schoolId: string; fileId: string },
  { person, openid }: Session,
): Promise<{ ok: true; data: Loaded } | Refusal> {
  if (!memberOf(person, schoolId, ['office', 'principal'])) return refuse('FORBIDDEN')
  if (!liesIn(uploadFolder(openid, 'roster', schoolId), fileId)) return refuse('INPUT_INVALID', { field: 'fileId' })
  const [content] = await readFiles([fileId], FILE_BYTES_MAX)
  if (!Buffer.isBuffer(content)) return refuse('FILE_UNREADABLE', { field: 'file' })
  const workbook = await readWorkbook(content)
  if (!workbook.ok) return refuse('FILE_UNREADABLE', { field: workbook.field })
  const roster = readRoster(workbook.sheets)
  if (roster.columns.length === 0) return refuse('FILE_UNREADABLE', { field: 'header' })
  return { ok: true, data: { roster, digest: createHash('sha256').update(content).digest('hex') } }
}
