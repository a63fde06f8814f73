// Decides a class's and a school's figures from their facts (X01–X06): nothing is averaged over averages.
import type { SlipCounts } from '../slip/contract'
import type { Day } from '../wire'
import type { ClassFigures } from './contract'
import { wantsReply } from '../notice'
import { addCounts } from '../attendance'
import type { AttendanceFacts, ClassFacts, SlipFacts, VerdictFacts } from './facts'
/** Upper ends of the columns of chart Ch2, hours; one more column holds what came later (screens.md 4). */
const HISTOGRAM_HOURS = [1, 3, 6, 12, 24, 48] as const

/** The smallest value that at least `share` of all values do not exceed; undefined without values. */
export function quantile(rising: readonly number[], share: number): number | undefined {
  return rising[Math.max(0, Math.ceil(rising.length * share) - 1)]
}

/** The middle value; of an even number of values the mean of the middle two. */
export function median(rising: readonly number[]): number | undefined {
  const half = Math.floor(rising.length / 2)
  const upper = rising[half]
  const lower = rising.length % 2 === 0 ? rising[half - 1] : upper
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}

/** Children signed within 1, 3, 6, 12, 24, 48 hours and later; exactly one hour counts as within one hour. */
export function histogramOf(minutes: readonly number[]): number[] {
  const columns = [...HISTOGRAM_HOURS.map(() => 0), 0]
  for (const each of minutes) {
    const found = HISTOGRAM_HOURS.findIndex((hours) => each <= hours * 60)
    const column = found < 0 ? HISTOGRAM_HOURS.length : found
    columns[column] = (columns[column] ?? 0) + 1
  }
  return columns
}

/** signed/total and (signed + followed)/total; absent without a denominator (X01). */
export function ratesOf(counts: Pick<SlipCounts, 'total' | 'signed' | 'followed'>): {
  signRate?: number
  reachedRate?: number
} {
  if (counts.total === 0) return {}
  return { signRate: counts.signed / counts.total, reachedRate: (counts.signed + counts.followed) / counts.total }
}

type Figures = Omit<ClassFigures, 'classId' | 'className'>

/** Slips that count: a withdrawn notice never happened for the figures. */
export function countingSlips(facts: Pick<ClassFacts, 'slips'>): SlipFacts[] {
  return facts.slips.filter(({ state }) => state !== 'withdrawn')
}

/** Refused and held posts, each once however many classes it was meant for. */
export function distinctVerdicts(classes: readonly ClassFacts[]): VerdictFacts[] {
  return [...new Map(classes.flatMap(({ verdicts }) => verdicts.map((each) => [each.id, each]))).values()]
}

/** On leave, or not there without. */
function awayOn(today: Day, { leaves, attendance }: Pick<ClassFacts, 'leaves' | 'attendance'>): Set<string> {
  const absent = attendance.filter(({ day }) => day === today).flatMap(({ absentees }) => absentees)
  return new Set([...leaves.filter(({ day }) => day === today), ...absent].map(({ childId }) => childId))
}

function attendanceOf(facts: readonly AttendanceFacts[]): Figures['attendance'] {
  const counts = addCounts(facts, false)
  const causes = { sick: 0, family: 0, on_way: 0, other: 0 }
  for (const { cause } of facts.flatMap(({ absentees }) => absentees)) if (cause) causes[cause]++
  const here = counts.present + counts.late + counts.early
  return { ...counts, ...(counts.total > 0 && { rate: here / counts.total }), causes }
}

function addUp(classes: readonly ClassFacts[], today: Day): Figures {
  const slips = classes.flatMap(countingSlips)
  const asked = slips.filter(({ replyMode }) => wantsReply(replyMode))
  const minutes = asked.flatMap((slip) => slip.minutes).sort((a, b) => a - b)
  const sum = (pick: (counts: SlipCounts) => number) => asked.reduce((total, { counts }) => total + pick(counts), 0)
  const entries = sum(({ total }) => total)
  const signed = sum((counts) => counts.signed)
  const followed = sum((counts) => counts.followed)
  const verdicts = distinctVerdicts(classes)
  const noticesOf = (found: readonly SlipFacts[]) => new Set(found.map(({ noticeId }) => noticeId)).size
  const seatsOf = (bound: 0 | 1 | 2) => classes.reduce((total, { seats }) => total + seats[bound], 0)
  return {
    children: classes.reduce((total, { children }) => total + children, 0),
    notices: noticesOf(slips),
    entries,
    signed,
    followed,
    ...ratesOf({ total: entries, signed, followed }),
    medianMinutes: median(minutes),
    p90Minutes: quantile(minutes, 0.9),
    histogram: histogramOf(minutes),
    seats: [seatsOf(0), seatsOf(1), seatsOf(2)],
    openLeaves: classes.reduce((total, { openLeaves }) => total + openLeaves, 0),
    absentToday: classes.reduce(
      (total, { leaves, attendance }) => total + awayOn(today, { leaves, attendance }).size,
      0,
    ),
    attendance: attendanceOf(classes.flatMap(({ attendance }) => attendance)),
    overrides: noticesOf(slips.filter(({ urgentCause }) => urgentCause !== undefined)),
    refusals: verdicts.filter(({ verdict }) => verdict === 'refuse').length,
    held: verdicts.filter(({ verdict }) => verdict === 'hold').length,
  }
}

/** One class's figures. */
export function classFigures(facts: ClassFacts, today: Day): ClassFigures {
  return { classId: facts.classId, className: facts.className, ...addUp([facts], today) }
}

/** The school's figures, counted over all its children's signatures. */
export function schoolFigures(classes: readonly ClassFacts[], today: Day): Figures {
  return addUp(classes, today)
}
