// Decides how one school becomes many: what the functions have written there, under other names and on other days.
import type { GivenSchool } from './given-school'

export type Kept = Record<string, { _id: string }[]>

/** What becomes of a copy. Without a name the words stay as they are. */
export interface Move {
  /** Of another school: everything it has and everybody in it gets this name. */
  school?: string
  /** In another class of the same school. */
  classId?: { from: string; to: string }
  /** Something of its own beside what it was copied from. */
  copy?: string
  /** So many days later. */
  days?: number
}

const DAY_MS = 86_400_000
/** Ids that nobody chose: derived ones and tokens (common/ids). */
const DERIVED = /^[\w-]{22,24}$/
const INSTANT = /(?<![\w.])1[5-9]\d{11}(?![\w.])/g
const DAY = /(?<!\d)20\d\d-\d\d-\d\d(?!\d)/g
const MONTH = /(?<!\d)20\d\d-\d\d(?![\d-])/g
/** Documents of one import. */
const BATCH = 500

/** All that is kept of the school and its people; not how far a sweep has come, which is one for all schools. */
export async function takeStock(school: GivenSchool, collections: readonly string[]): Promise<Kept> {
  const kept: Kept = {}
  for (const name of collections) {
    const rows = await school.stored<{ _id: string; schoolId?: string }>(name)
    kept[name] = name === 'people' || name === 'schools' ? rows : rows.filter(({ schoolId }) => schoolId !== undefined)
  }
  return kept
}

/** Copies of everything kept, as {@link Move} says. */
export function moveAll(kept: Kept, move: Move): Kept {
  const derived = Object.values(kept).flatMap((rows) => rows.map(({ _id }) => _id).filter((id) => DERIVED.test(id)))
  const own = derived.length > 0 ? new RegExp([...new Set(derived)].join('|'), 'g') : undefined
  return Object.fromEntries(
    Object.entries(kept).map(([name, rows]) => [
      name,
      JSON.parse(moveText(JSON.stringify(rows), move, own)) as typeof rows,
    ]),
  )
}

function moveText(text: string, { school, classId, copy = '', days = 0 }: Move, own: RegExp | undefined): string {
  let moved = text
  const mark = [school, copy].filter(Boolean).join('.')
  if (own && mark) moved = moved.replace(own, (id) => `${id}.${mark}`)
  if (classId) moved = moved.replaceAll(classId.from, classId.to)
  if (school) {
    moved = moved
      .replace(/"(schoolId|_id)":"school"/g, `"$1":"${school}"`)
      .replace(/"school:/g, `"${school}:`)
      .replace(/\bclass-(?=\d|more)/g, `class-${school}-`)
      .replace(/\bo-(?=[a-z])/g, `o-${school}-`)
  }
  if (days === 0) return moved
  const shift = (day: string) => new Date(Date.parse(day) + days * DAY_MS).toISOString()
  return moved
    .replace(INSTANT, (instant) => String(Number(instant) + days * DAY_MS))
    .replace(DAY, (day) => shift(day).slice(0, 10))
    .replace(MONTH, (month) => shift(`${month}-15`).slice(0, 7))
}

/** Writes copies into a cloud; what it has already, by its id, is left out. Returns how many it wrote. */
export async function bring(school: GivenSchool, kept: Kept, known: Set<string> = new Set()): Promise<number> {
  let written = 0
  for (const [collection, rows] of Object.entries(kept)) {
    const fresh = rows.filter(({ _id }) => !known.has(`${collection}/${_id}`))
    for (const { _id } of fresh) known.add(`${collection}/${_id}`)
    for (let start = 0; start < fresh.length; start += BATCH) {
      const documents = fresh.slice(start, start + BATCH)
      await school.cloud.control('data.import', { collection, documents })
      written += documents.length
    }
  }
  return written
}
