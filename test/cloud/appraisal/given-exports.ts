// Decides how a test reads what was taken along: the sheets of a workbook as rows, a card as its text.
import { read, utils, type WorkSheet } from '@e965/xlsx'
import { instantOf } from '@class-pact/core/calendar'
import { CLASS, SCHOOL, childId, type GivenSchool } from '../given-school'

export type Line = (string | number | Date | undefined)[]

export interface Book {
  names: string[]
  lines: (name: string) => Line[]
  sheet: (name: string) => WorkSheet
}

export const download = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

export async function openBook(url: string): Promise<Book> {
  const book = read(await download(url), { cellNF: true })
  const sheet = (name: string) => book.Sheets[name] ?? {}
  return {
    names: book.SheetNames,
    sheet,
    lines: (name) => utils.sheet_to_json<Line>(sheet(name), { header: 1 }),
  }
}

/** The row whose first cell says this. */
const rowOf = (lines: readonly Line[], first: string): Line => lines.find(([cell]) => cell === first) ?? []

/** What a sheet of figures says of somebody under a heading. */
export function figureOf(lines: readonly Line[], first: string, heading: string): Line[number] {
  const head = lines.find((line) => line.includes(heading)) ?? []
  return rowOf(lines, first)[head.indexOf(heading)]
}

const noTrail = { trail: [], audited: 0, trailOpen: false }
let entries = 0

interface Given {
  register: string
  answers: object[]
  by?: string
  card?: string
  on?: string
  slot?: string
  classId?: string
  subject?: { kind: string; id: string; name: string }
  state?: string
}

/** An entry as it is kept once it was written: what other tests prove. */
export async function keepEntry(school: GivenSchool, given: Given): Promise<void> {
  const { register, answers, by = 'o-wang', card = '王老师', on = '2026-09-01', slot = '-', state = 'done' } = given
  const { classId = CLASS, subject = { kind: 'child', id: childId(CLASS, 0), name: '王梓涵' } } = given
  const _id = `entry-${++entries}`
  const fill = [{ answers, by, card, at: instantOf(on, '10:00') }]
  const entry = {
    ...{ _id, schoolId: SCHOOL, register, slot, on, subject, parts: { fill }, by, state, version: 1, place: _id },
    ...(classId && { classId, className: '三（2）班' }),
    ...noTrail,
  }
  await school.cloud.control('data.import', { collection: 'entries', documents: [entry] })
}
