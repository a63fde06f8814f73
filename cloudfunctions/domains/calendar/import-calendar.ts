// Decides how a calendar comes from a file: read, shown, asked about, and kept as it was shown (T06).
import { createHash } from 'node:crypto'
import { beijingDay, lastDayOfSchoolYear, misfitOfCalendar, orderCalendar } from '@class-pact/core/calendar'
import { ENTRIES_MAX } from '@class-pact/core/calendar/contract'
import type { CalendarChoices, CalendarEntry, CalendarPreview, SchoolCalendar } from '@class-pact/core/contract'
import type { Cell } from '@class-pact/core/roster'
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { liesIn, uploadFolder } from '../../common/files/places'
import { readFiles } from '../../common/files/read-file'
import { decodeText, readWorkbook } from '../roster'
import { schools, type SchoolDoc } from '../school'
import { CALENDAR_FIELDS, describeCalendar, type CalendarFields } from './read-calendar'
import { addEntries, readEntries, type FileLine, type ReadEntries } from './read-entries'
import { isEvents, readEvents } from './read-events'
import { keepCalendar } from './update-calendar'

/** A calendar is a page; with pictures in it some megabytes. */
const FILE_BYTES_MAX = 5 * 1024 * 1024
/** Lines that are read; a day a line for two years. */
const LINES_MAX = 800
/** Of a line that is looked at, characters. */
const LINE_CHARACTERS_MAX = 500

type Asked = { schoolId: string; fileId: string } & CalendarChoices
type Stored = CalendarFields & Pick<SchoolDoc, 'trail'>
interface Loaded extends ReadEntries {
  school: Stored
  digest: string
  calendar: SchoolCalendar
  /** The line that does not fit beside the others. */
  misfit?: number
}

export const previewCalendar: Handler<'calendar.preview'> = async (input, session) => {
  const loaded = await loadCalendar(input, session)
  if (!loaded.ok) return loaded
  const { school, digest, entries, unread, calendar, misfit } = loaded.data
  const preview: CalendarPreview = { digest, version: school.calendarVersion ?? 0, entries, unread, calendar }
  return succeed({ ...preview, ...(misfit !== undefined && { misfit }) })
}

export const importCalendar: Handler<'calendar.import'> = async (input, session) => {
  const { schoolId, version } = input
  const loaded = await loadCalendar(input, session)
  if (!loaded.ok) return loaded
  const { school, digest, calendar } = loaded.data
  const been = findCall(school.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeCalendar(school, session.now))
  if (digest !== input.digest) return refuse('FILE_CHANGED')
  return keepCalendar({ schoolId, version, calendar, action: 'calendar.import' }, session)
}

/** Errors: INPUT_INVALID for a file that is not the caller's own for this school; FILE_UNREADABLE with why. */
async function loadCalendar(
  { schoolId, fileId, lines = [] }: Asked,
  { openid, now }: Session,
): Promise<{ ok: true; data: Loaded } | Refusal> {
  if (!liesIn(uploadFolder(openid, 'roster', schoolId), fileId)) return refuse('INPUT_INVALID', { field: 'fileId' })
  const [[content], school] = await Promise.all([
    readFiles([fileId], FILE_BYTES_MAX),
    schools.find<Stored>(schoolId, { ...CALENDAR_FIELDS, trail: 1 }),
  ])
  if (!school) return refuse('FORBIDDEN')
  if (!Buffer.isBuffer(content)) return refuse('FILE_UNREADABLE', { field: 'file' })
  const read = await readLines(content)
  if (!read.ok) return refuse('FILE_UNREADABLE', { field: read.field })
  const answers = [...lines].sort((a, b) => a.line - b.line)
  const schoolYear = Number(lastDayOfSchoolYear(beijingDay(now)).slice(0, 4)) - 1
  const { entries, unread } = readEntries(read.lines, schoolYear, { lines: answers })
  if (entries.length === 0) return refuse('FILE_UNREADABLE', { field: 'days' })
  if (entries.length > ENTRIES_MAX) return refuse('FILE_UNREADABLE', { field: 'sheet' })
  const calendar = orderCalendar(addEntries(school.calendar, entries))
  const misfit = misfitOfCalendar(calendar)
  const digest = createHash('sha256').update(content).update(JSON.stringify(answers)).digest('hex')
  const data = { school, digest, entries, unread: unread.slice(0, ENTRIES_MAX), calendar }
  return { ok: true, data: { ...data, ...(misfit && { misfit: lineOf(misfit.field, calendar, entries) }) } }
}

/** Which line brought in what contradicts the rest; the first one where it stood there before. */
function lineOf(field: string, calendar: SchoolCalendar, entries: readonly CalendarEntry[]): number {
  const [, list = '', index = ''] = field.split('.')
  const at = Number(index)
  const span = list === 'terms' ? calendar.terms?.[at] : list === 'closures' ? calendar.closures?.[at] : undefined
  const day = list === 'school' ? calendar.school[at] : span?.from
  const found = entries.find((each) => day !== undefined && each.from <= day && day <= each.to)
  return (found ?? entries[0])?.line ?? 0
}

async function readLines(content: Buffer): Promise<{ ok: true; lines: FileLine[] } | { ok: false; field: string }> {
  const text = content.subarray(0, 2).toString('latin1') === 'PK' ? undefined : decodeText(content)
  if (text !== undefined && isEvents(text)) return { ok: true, lines: readEvents(text) }
  // Of a text the lines are enough; markup that calls itself a workbook is read as one.
  if (text && !/^\s*[<%]/.test(text)) return { ok: true, lines: toLines(text.split(/\r\n|\n|\r/)) }
  const workbook = await readWorkbook(content)
  if (!workbook.ok) return { ok: false, field: workbook.field }
  const rows = workbook.sheets.filter(({ hidden }) => !hidden).flatMap(({ rows: each }) => each)
  return { ok: true, lines: toLines(rows.map((row) => row.flatMap(textOf).join('，'))) }
}

/** Two columns of whole days are the two ends of one span. */
const TWO_COLUMNS = /(\d\s*[日号]?)\s*[,，;\t]\s*(?=20\d\d\s*[年./-]\s*\d)/g

function toLines(rows: readonly string[]): FileLine[] {
  return rows
    .filter((row) => row.trim())
    .slice(0, LINES_MAX)
    .map((row) => ({ text: row.slice(0, LINE_CHARACTERS_MAX).replace(TWO_COLUMNS, '$1至') }))
}

function textOf(cell: Cell): string[] {
  if (cell === null || typeof cell === 'boolean') return []
  if (typeof cell !== 'object') return [String(cell)]
  const { year, month, day } = cell
  return [`${year}年${month}月${day}日`]
}
