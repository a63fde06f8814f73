// Decides the sums of a roll: everybody once, as the roll shows them, and on leave whoever has leave (X06, L02).
import { countRoll, fillRoll, inRollOrder, type CoveringLeave, type KeptLine, type RollChild } from '../roll'
import type { Half, Instant } from '../wire'
import type { AttendanceCounts, DaySums, NamedChild, TakenHalf } from './contract'

type Lines = Readonly<Record<string, KeptLine>>
type Leaves = ReadonlyMap<string, CoveringLeave>

const NO_MARKS: ReadonlyMap<string, never> = new Map<string, never>()
const ABSENT = { total: 0, present: 0, late: 0, early: 0, leave: 0, absent: 0 }

/** What is kept of one half day's check. */
export interface DayRoll {
  half: Half
  /** Absent: nobody has taken it. */
  takenAt?: Instant
  takenBy?: { card: string }
  lines: Lines
}

export interface DayGround {
  /** Who has leave for that half day, by child. */
  leaves: Record<Half, Leaves>
  /** Of today alone: the roster as it is now. */
  roster?: readonly RollChild[]
  /** Whether the reader learns why a child is away. */
  kinds: boolean
}

/**
 * The lines as the roll shows them. Of a day that is over they are those that were kept; but who has leave, and whom no hand
 * has marked as here, is on leave, also when the leave came days later (L02): as the roll of today shows it.
 */
export function standingLines(
  kept: Lines,
  leaves: Leaves,
  today?: { roster: readonly RollChild[]; stillAway: ReadonlySet<string> },
): Record<string, KeptLine> {
  if (today) return fillRoll({ ...today, leaves }, kept, NO_MARKS)
  return Object.fromEntries(
    Object.entries(kept).map(([childId, line]) => {
      const isAway = line.mark === 'absent' || (line.mark === 'present' && line.at === undefined)
      const leave = isAway ? leaves.get(childId) : undefined
      return [childId, leave ? { ...line, mark: 'leave' as const, leave } : line]
    }),
  )
}

/** @param kinds whether leave is told apart by kind */
export function countLines(lines: Lines, kinds: boolean): AttendanceCounts {
  const counts = countRoll(lines)
  if (!kinds) return counts
  const sick = Object.values(lines).filter(
    ({ mark, leave }) => mark === 'leave' && leave !== undefined && leave.kind !== 'personal',
  ).length
  return { ...counts, sick, personal: counts.leave - sick }
}

/** Sums of sums; kinds only where every one of them tells kinds apart. */
export function addCounts(all: readonly AttendanceCounts[], kinds: boolean): AttendanceCounts {
  const sums: AttendanceCounts = { ...ABSENT, ...(kinds && { sick: 0, personal: 0 }) }
  const fields = Object.keys(sums) as (keyof AttendanceCounts)[]
  for (const counts of all) for (const field of fields) sums[field] = (sums[field] ?? 0) + (counts[field] ?? 0)
  return sums
}

/** One class's day: what was taken of it, and who was late, left early or was not there. */
export function daySums(rolls: readonly DayRoll[], { leaves, roster, kinds }: DayGround): DaySums {
  const morning = rolls.find(({ half }) => half === 'am')?.lines ?? {}
  const absent = new Set(Object.keys(morning).filter((childId) => morning[childId]?.mark === 'absent'))
  const halves = rolls.flatMap(({ half, takenAt, takenBy, lines: kept }) => {
    if (takenAt === undefined) return []
    const stillAway = half === 'pm' ? absent : new Set<string>()
    const lines = standingLines(kept, leaves[half], roster && { roster, stillAway })
    const taken: TakenHalf = { takenAt, takenBy: takenBy?.card ?? '', counts: countLines(lines, kinds) }
    return [{ half, taken, named: nameLines(lines, half) }]
  })
  return {
    ...Object.fromEntries(halves.map(({ half, taken }) => [half, taken])),
    named: halves.flatMap(({ named }) => named),
  }
}

function nameLines(lines: Lines, half: Half): NamedChild[] {
  return inRollOrder(lines).flatMap(({ childId, no, name, mark }) =>
    mark === 'late' || mark === 'early' || mark === 'absent' ? [{ childId, no, name, half, mark }] : [],
  )
}
