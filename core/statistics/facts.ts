// Decides what is kept of a class's month so that every figure can be counted from it again.
import { standingSignature, type SignFrom, type SlipEntry } from '../notice'
import { addCounts, daySums, type DayGround, type DayRoll } from '../attendance'
import type { KeptContact } from '../roll'
import type { AbsenceCause, RollCounts } from '../roll/contract'
import type { SlipCounts } from '../slip/contract'
import type { Day, FollowUpWay, Instant, LeaveKind, NoticeKind, ReplyMode, UrgentCause } from '../wire'

/** What is kept of one slip. */
export interface SlipFacts {
  noticeId: string
  title: string
  kind: NoticeKind
  replyMode: ReplyMode
  important: boolean
  state: 'running' | 'closed' | 'withdrawn'
  publishedAt: Instant
  deadline?: Instant
  urgentCause?: UrgentCause
  /** Whose it is, by the mark of the staff; kept of urgent ones alone. */
  by?: string
  counts: SlipCounts
  /** Whole minutes from publication to each signature, rising. */
  minutes: number[]
}

/** One child's leave on one school day. */
export interface LeaveFacts {
  day: Day
  kind: LeaveKind
  childId: string
}

/** One class's checks of one school day, both halves together: a child counts twice. */
export interface AttendanceFacts extends RollCounts {
  day: Day
  /** Who was not there without leave, and why, as far as the family said. */
  absentees: { childId: string; cause?: AbsenceCause }[]
}

/** One post that was refused or held; `id` tells that two classes speak of the same one. */
export interface VerdictFacts {
  id: string
  at: Instant
  rules: string[]
  verdict: 'hold' | 'refuse'
  /** Whose it was, by the mark of the staff; absent: rolled up before it was kept. */
  by?: string
}

/** A family was told after a notice. */
export interface FollowUpFacts {
  at: Instant
  way: FollowUpWay
}

/** A class's facts over some time. */
export interface MonthFacts {
  slips: SlipFacts[]
  leaves: LeaveFacts[]
  attendance: AttendanceFacts[]
  verdicts: VerdictFacts[]
  followUps: FollowUpFacts[]
}

interface SlipSource extends Omit<SlipFacts, 'counts' | 'minutes'> {
  entries: Record<string, Pick<SlipEntry, 'signedAt' | 'version'>>
  signFrom?: SignFrom
}

const MINUTE_MS = 60_000

/** The facts of one slip. */
export function gatherSlip(slip: SlipSource, counts: SlipCounts): SlipFacts {
  const { noticeId, title, kind, replyMode, important, state, publishedAt, deadline, urgentCause, by } = slip
  const minutes = Object.values(slip.entries)
    .flatMap((entry) => standingSignature(entry, slip.signFrom) ?? [])
    .map((signedAt) => Math.floor((signedAt - publishedAt) / MINUTE_MS))
    .sort((a, b) => a - b)
  return {
    ...{ noticeId, title, kind, replyMode, important, state, publishedAt, deadline, urgentCause, counts, minutes },
    ...(urgentCause && by !== undefined && { by }),
  }
}

/** The facts of one class's day: those that the page of that day shows. Undefined: nobody has taken a roll. */
export function gatherAttendance(
  day: Day,
  rolls: readonly (DayRoll & { contacts: Readonly<Record<string, KeptContact>> })[],
  leaves: DayGround['leaves'],
): AttendanceFacts | undefined {
  const { am, pm, named } = daySums(rolls, { leaves, kinds: false })
  const counts = [am, pm].flatMap((half) => half?.counts ?? [])
  if (counts.length === 0) return undefined
  const absentees = named
    .filter(({ mark }) => mark === 'absent')
    .map(({ childId, half }) => {
      const cause = causeOf(rolls.find((roll) => roll.half === half)?.contacts[childId])
      return { childId, ...(cause && { cause }) }
    })
  return { day, ...addCounts(counts, false), absentees }
}

/** What the family said last. */
const causeOf = (contact: KeptContact | undefined): AbsenceCause | undefined =>
  contact?.closed?.cause ?? contact?.notes.flatMap(({ cause }) => cause ?? []).pop()

/** Children with 0, 1, 2 or more guardians (X05). */
export function countSeats(guardians: readonly number[]): [number, number, number] {
  const seats: [number, number, number] = [0, 0, 0]
  for (const count of guardians) seats[count === 0 ? 0 : count === 1 ? 1 : 2]++
  return seats
}
