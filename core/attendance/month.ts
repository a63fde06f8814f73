// Decides a child's month: what each half day was, and the sums that a family reads (L11).
import { addDays, mayBeSchoolDay } from '../calendar'
import type { CoveringLeave, KeptLine } from '../roll'
import { HALVES, type Day, type Half, type SchoolCalendar } from '../wire'
import type { ChildDay, ChildMonthSums, HalfState } from './contract'

/** A check of one half day, as far as it is about one child. */
export interface ChildRoll {
  day: Day
  half: Half
  /** Absent: the child was not on the roster of that half day. */
  line?: Pick<KeptLine, 'mark' | 'leave'>
}

const HALF_A_DAY = 0.5
const NONE: ChildMonthSums = { present: 0, sick: 0, personal: 0, late: 0, early: 0, absent: 0, notTaken: 0 }

/**
 * School days of a month up to today, rising, from the first on of which anything is known: before a class began to take its
 * roll nothing of it is missing.
 * @param known days of which a roll or a leave says something
 */
export function schoolDaysOf(month: string, today: Day, calendar: SchoolCalendar, known: readonly Day[]): Day[] {
  const [first] = known.filter((day) => day.startsWith(month)).sort()
  if (first === undefined) return []
  const days: Day[] = []
  for (let day = first; day.startsWith(month) && day <= today; day = addDays(day, 1)) {
    if (mayBeSchoolDay(day, calendar)) days.push(day)
  }
  return days
}

/**
 * A child's days, the latest first, and their sums. Nobody is said to have been here on a half day without a roll; leave that
 * was approved is leave also there.
 * @param begun whether a half day has begun: before that nothing is missing
 */
export function childMonth(
  days: readonly Day[],
  rolls: readonly ChildRoll[],
  leaves: ReadonlyMap<string, CoveringLeave>,
  begun: (day: Day, half: Half) => boolean,
): { days: ChildDay[]; sums: ChildMonthSums } {
  const taken = new Map(rolls.map((roll) => [`${roll.day}:${roll.half}`, roll]))
  const sums = { ...NONE }
  const described = days.map((day): ChildDay => {
    const described: ChildDay = { day, notTaken: [] }
    for (const half of HALVES) {
      const roll = taken.get(`${day}:${half}`)
      const leave = leaves.get(`${day}:${half}`)
      const state = roll ? roll.line && stateOf(roll.line, leave) : leave && !leave.pending ? kindOf(leave) : undefined
      if (state) {
        described[half] = state
        addState(sums, state)
      } else if (!roll && begun(day, half)) {
        described.notTaken.push(half)
        sums.notTaken += HALF_A_DAY
      }
    }
    return described
  })
  return { days: described.reverse(), sums }
}

const kindOf = ({ kind }: Pick<CoveringLeave, 'kind'>): HalfState => (kind === 'personal' ? 'personal' : 'sick')

/** Who was not there and has leave, is on leave, also when the leave came later (L02). */
function stateOf({ mark, leave }: Pick<KeptLine, 'mark' | 'leave'>, later: CoveringLeave | undefined): HalfState {
  if (mark === 'leave') return leave ? kindOf(leave) : 'personal'
  return mark === 'absent' && later ? kindOf(later) : mark
}

function addState(sums: ChildMonthSums, state: HalfState): void {
  if (state === 'sick' || state === 'personal') sums[state] += HALF_A_DAY
  else if (state === 'absent') sums.absent++
  else {
    sums.present += HALF_A_DAY
    if (state !== 'present') sums[state]++
  }
}
