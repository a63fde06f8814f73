// Decides figures from sums (X01–X06): nothing is averaged over averages, and what tells of one person is not said.
import type { RollCounts } from '../roll/contract'
import type { SlipCounts } from '../slip/contract'
import type { DaySpan, Instant } from '../wire'
import type { AttendanceFigures, Figures, PastFigures } from './contract'
import { histogramOf, median, mergeMinutes, quantile } from './minutes'
import { addSums, type AttendanceSums, type PastSums, type Sums } from './sums'

/** A number that fewer people than this have made tells who it was: whoever may not know that is not told the number. */
export const FEW = 3

/** One class: what is as of now, and its sums in the range and in the period before. */
export interface ClassBook {
  children: number
  /** Children with 0, 1, 2 or more guardians (X05). */
  seats: [number, number, number]
  openLeaves: number
  absentToday: number
  sums: Sums
  past: PastSums
}

export interface Reading {
  now: Instant
  /** The days of the period before. */
  before: DaySpan
  /** Leaders may know who was held, refused or urgent; others may not. */
  seesStaff: boolean
}

/** signed/total and (signed + followed)/total; absent without a denominator (X01). */
export function ratesOf(counts: Pick<SlipCounts, 'total' | 'signed' | 'followed'>): {
  signRate?: number
  reachedRate?: number
} {
  if (counts.total === 0) return {}
  return { signRate: counts.signed / counts.total, reachedRate: (counts.signed + counts.followed) / counts.total }
}

/** present, late and early of total. */
function attendanceRate({ total, present, late, early }: Pick<RollCounts, 'total' | 'present' | 'late' | 'early'>) {
  return total === 0 ? undefined : (present + late + early) / total
}

function attendanceOf(sums: AttendanceSums): AttendanceFigures {
  const rate = attendanceRate(sums)
  return { ...sums, ...(rate !== undefined && { rate }) }
}

/** Facts that people made, unless they are so few that it says who. */
export function hideFew<Fact extends { by?: string }>(
  facts: readonly Fact[],
  seesStaff: boolean,
): readonly Fact[] | undefined {
  const people = new Set(facts.map(({ by }) => by))
  return seesStaff || facts.length === 0 || people.size >= FEW ? facts : undefined
}

function pastOf(all: readonly PastSums[], { from, to }: DaySpan): PastFigures | undefined {
  const sum = (pick: (past: PastSums) => number) => all.reduce((total, past) => total + pick(past), 0)
  const rates = ratesOf({
    total: sum(({ entries }) => entries),
    signed: sum(({ signed }) => signed),
    followed: sum(({ followed }) => followed),
  })
  const rate = attendanceRate({
    total: sum(({ attendance }) => attendance.total),
    present: sum(({ attendance }) => attendance.present),
    late: sum(({ attendance }) => attendance.late),
    early: sum(({ attendance }) => attendance.early),
  })
  if (rates.signRate === undefined && rate === undefined) return undefined
  return { from, to, ...rates, ...(rate !== undefined && { attendanceRate: rate }) }
}

/** The figures of a class, a grade or a school: of all its books together. */
export function figuresOf(books: readonly ClassBook[], { now, before, seesStaff }: Reading): Figures {
  const sums = addSums(books.map((book) => book.sums))
  const { notices, entries, signed, followed, ways, missing, overrides, verdicts } = sums
  const minutes = mergeMinutes(sums.minutes)
  const total = (pick: (book: ClassBook) => number) => books.reduce((sum, book) => sum + pick(book), 0)
  const urgent = hideFew(overrides, seesStaff)
  const judged = hideFew(verdicts, seesStaff)
  const past = pastOf(
    books.map((book) => book.past),
    before,
  )
  const medianMinutes = median(minutes)
  const p90Minutes = quantile(minutes, 0.9)
  return {
    children: total(({ children }) => children),
    ...{ notices: notices.length, entries, signed, followed },
    ...ratesOf({ total: entries, signed, followed }),
    ...(medianMinutes !== undefined && { medianMinutes }),
    ...(p90Minutes !== undefined && { p90Minutes }),
    histogram: histogramOf(minutes),
    followUps: {
      done: Object.values(ways).reduce((sum, count) => sum + count, 0),
      ways,
      owed: missing.reduce((sum, { deadline, children }) => sum + (deadline < now ? children : 0), 0),
    },
    seats: [total(({ seats }) => seats[0]), total(({ seats }) => seats[1]), total(({ seats }) => seats[2])],
    openLeaves: total(({ openLeaves }) => openLeaves),
    absentToday: total(({ absentToday }) => absentToday),
    attendance: attendanceOf(sums.attendance),
    ...(urgent && { overrides: urgent.length }),
    ...(judged && { refusals: judged.filter(({ verdict }) => verdict === 'refuse').length }),
    ...(judged && { held: judged.filter(({ verdict }) => verdict === 'hold').length }),
    ...(past && { before: past }),
  }
}
