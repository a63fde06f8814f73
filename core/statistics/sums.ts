// Decides what of facts is kept added up, so that a year needs no slip: sums add up, and nothing else is averaged.
import { addCounts } from '../attendance'
import { wantsReply } from '../notice'
import type { AbsenceCause, RollCounts } from '../roll/contract'
import type { SlipCounts } from '../slip/contract'
import { FOLLOW_UP_WAYS, type FollowUpWay, type Instant, type UrgentCause } from '../wire'
import type { AttendanceFacts, MonthFacts, SlipFacts, VerdictFacts } from './facts'
import { packMinutes, unpackMinutes } from './minutes'

/** Notices of one class that the page names, the latest. */
const UNREACHED_MOST = 3

export interface OverrideFacts {
  noticeId: string
  at: Instant
  cause: UrgentCause
  by?: string
}

/** A slip that wants a reply and has not reached everybody. */
export interface UnreachedFacts {
  noticeId: string
  title: string
  at: Instant
  counts: SlipCounts
}

export interface AttendanceSums extends RollCounts {
  causes: Record<AbsenceCause, number>
}

/** Facts of one class, or of many, added up. */
export interface Sums {
  /** Each once, however many classes it went to. */
  notices: string[]
  entries: number
  signed: number
  followed: number
  /** Rising, list by list. */
  minutes: number[][]
  ways: Record<FollowUpWay, number>
  /** Children not reached by slips that run, by deadline. */
  missing: { deadline: Instant; children: number }[]
  /** The latest of each class. */
  unreached: UnreachedFacts[]
  attendance: AttendanceSums
  overrides: OverrideFacts[]
  verdicts: VerdictFacts[]
}

/** As it is kept. */
export interface KeptSums extends Omit<Sums, 'minutes' | 'missing'> {
  minutes: string
  /** Past their deadline when it was added up, and those that were not yet. */
  owed: number
  ahead: Sums['missing']
}

/** What the period before is compared by. */
export type PastSums = Pick<Sums, 'entries' | 'signed' | 'followed'> & {
  attendance: Pick<RollCounts, 'total' | 'present' | 'late' | 'early'>
}

/** Slips that count: a withdrawn notice never happened for the figures. */
function countingSlips({ slips }: Pick<MonthFacts, 'slips'>): SlipFacts[] {
  return slips.filter(({ state }) => state !== 'withdrawn')
}

export const noWays = (): Record<FollowUpWay, number> => ({ phone: 0, paper: 0, face: 0, visit: 0 })

function addAttendance(facts: readonly AttendanceFacts[]): AttendanceSums {
  const causes = noCauses()
  for (const { cause } of facts.flatMap(({ absentees }) => absentees)) if (cause) causes[cause]++
  return { ...addCounts(facts, false), causes }
}
const noCauses = (): Record<AbsenceCause, number> => ({ sick: 0, family: 0, on_way: 0, other: 0 })

/** The sums of one class's facts. */
export function sumsOf(facts: Omit<MonthFacts, 'leaves'>): Sums {
  const slips = countingSlips(facts)
  const asked = slips.filter(({ replyMode }) => wantsReply(replyMode))
  const sum = (pick: (counts: SlipCounts) => number) => asked.reduce((total, { counts }) => total + pick(counts), 0)
  const ways = noWays()
  for (const { way } of facts.followUps) ways[way]++
  const unreached = asked.filter(({ counts }) => counts.missing > 0)
  return {
    notices: slips.map(({ noticeId }) => noticeId),
    ...{ entries: sum(({ total }) => total), signed: sum(({ signed }) => signed) },
    followed: sum(({ followed }) => followed),
    minutes: asked.map(({ minutes }) => minutes),
    ways,
    // Whatever is closed is nobody's to do any more.
    missing: unreached.flatMap(({ deadline, counts, state }) =>
      deadline === undefined || state !== 'running' ? [] : [{ deadline, children: counts.missing }],
    ),
    unreached: latest(
      unreached.map(({ noticeId, title, publishedAt: at, counts }) => ({ noticeId, title, at, counts })),
    ),
    attendance: addAttendance(facts.attendance),
    overrides: slips.flatMap(({ noticeId, publishedAt: at, urgentCause: cause, by }) =>
      cause ? [{ noticeId, at, cause, ...(by !== undefined && { by }) }] : [],
    ),
    verdicts: facts.verdicts,
  }
}

const latest = (all: readonly UnreachedFacts[]) => [...all].sort((a, b) => b.at - a.at).slice(0, UNREACHED_MOST)

/** Of one class: what its months say together. */
export function addMonths(all: readonly Sums[]): Sums {
  const sums = addSums(all)
  return { ...sums, unreached: latest(sums.unreached) }
}

/** Of many classes: a notice to all of them counts once, and so does a post that was refused or held. */
export function addSums(all: readonly Sums[]): Sums {
  const sum = (pick: (sums: Sums) => number) => all.reduce((total, each) => total + pick(each), 0)
  const ways = noWays()
  for (const way of FOLLOW_UP_WAYS) ways[way] = sum((each) => each.ways[way])
  const causes = noCauses()
  for (const cause of Object.keys(causes) as AbsenceCause[])
    causes[cause] = sum((each) => each.attendance.causes[cause])
  return {
    notices: [...new Set(all.flatMap(({ notices }) => notices))],
    ...{ entries: sum(({ entries }) => entries), signed: sum(({ signed }) => signed) },
    followed: sum(({ followed }) => followed),
    minutes: all.flatMap(({ minutes }) => minutes),
    ways,
    missing: all.flatMap(({ missing }) => missing),
    unreached: all.flatMap(({ unreached }) => unreached),
    attendance: {
      ...addCounts(
        all.map(({ attendance }) => attendance),
        false,
      ),
      causes,
    },
    overrides: once(
      all.flatMap(({ overrides }) => overrides),
      ({ noticeId }) => noticeId,
    ),
    verdicts: once(
      all.flatMap(({ verdicts }) => verdicts),
      ({ id }) => id,
    ),
  }
}

const once = <Fact>(facts: readonly Fact[], key: (fact: Fact) => string): Fact[] => [
  ...new Map(facts.map((fact) => [key(fact), fact])).values(),
]

/** @param now what is past its deadline then stays past it */
export function keepSums(sums: Sums, now: Instant): KeptSums {
  const { minutes, missing, ...rest } = sums
  const past = missing.filter(({ deadline }) => deadline < now)
  return {
    ...rest,
    minutes: packMinutes([...minutes.flat()].sort((a, b) => a - b)),
    owed: past.reduce((total, { children }) => total + children, 0),
    ahead: missing.filter(({ deadline }) => deadline >= now),
  }
}

export function readSums({ minutes, owed, ahead, ...rest }: KeptSums): Sums {
  const past = owed > 0 ? [{ deadline: 0, children: owed }] : []
  return { ...rest, minutes: [unpackMinutes(minutes)], missing: [...past, ...ahead] }
}
