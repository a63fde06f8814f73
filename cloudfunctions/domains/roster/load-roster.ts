// Decides what is understood from a roster file; nothing is stored here.
import { createHash } from 'node:crypto'
import type { RosterChoices } from '@class-pact/core/contract'
import { beijingDay, lastDayOfSchoolYear } from '@class-pact/core/calendar'
import { readRoster, type Roster, type Sheet } from '@class-pact/core/roster'
import type { Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { liesIn, uploadFolder } from '../../common/files/places'
import { readFiles } from '../../common/files/read-file'
import { readWorkbook } from './read-workbook'

/** What the phone lets choose: a roster of 5,000 rows has about 300 KB (import.ts). */
const FILE_BYTES_MAX = 5 * 1024 * 1024

export interface Loaded {
  roster: Roster
  sheets: Sheet[]
  /** SHA-256 of the file and of the leader's answers about it, in hex. */
  digest: string
}

/**
 * Errors: INPUT_INVALID for a file that is not the caller's own for this school;
 * FILE_UNREADABLE with `field` kind, password, file, size, sheet or header.
 */
export async function loadRoster(
  { schoolId, fileId, ...choices }: { schoolId: string; fileId: string } & RosterChoices,
  { openid, now }: Session,
): Promise<{ ok: true; data: Loaded } | Refusal> {
  if (!liesIn(uploadFolder(openid, 'roster', schoolId), fileId)) return refuse('INPUT_INVALID', { field: 'fileId' })
  const [content] = await readFiles([fileId], FILE_BYTES_MAX)
  if (!Buffer.isBuffer(content)) return refuse('FILE_UNREADABLE', { field: 'file' })
  const workbook = await readWorkbook(content)
  if (!workbook.ok) return refuse('FILE_UNREADABLE', { field: workbook.field })
  const answers = orderChoices(choices)
  const roster = readRoster(workbook.sheets, { choices: answers, schoolYear: schoolYearOf(now) })
  if (roster.columns.length === 0) return refuse('FILE_UNREADABLE', { field: 'header' })
  return { ok: true, data: { roster, sheets: workbook.sheets, digest: digestOf(content, answers) } }
}

/** The answers alone, in one order, so that equal ones have one digest. */
function orderChoices({ columns, classes, same, hidden, missing }: RosterChoices): RosterChoices {
  const sorted = <Each extends object>(list: Each[] = []) =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    ...{ columns: sorted(columns), classes: sorted(classes), same: sorted(same), hidden: hidden ?? false },
    missing: sorted(missing),
  }
}

function digestOf(content: Buffer, answers: RosterChoices): string {
  return createHash('sha256').update(content).update(JSON.stringify(answers)).digest('hex')
}

/** The year in which the school year of this moment began: 2023级 is in its third year in the one that began in 2025. */
function schoolYearOf(now: number): number {
  return Number(lastDayOfSchoolYear(beijingDay(now)).slice(0, 4)) - 1
}
