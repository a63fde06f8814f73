// Decides what a roll says of every child: the mark a hand set last, else leave, else that the child is here (L02).
import { byNumber } from '../child'
import type { CheckedWords, Instant, LeaveKind } from '../wire'
import type { LineMark, Mark, RollCounts, Symptom } from './contract'

/** What a hand has set for one child. */
export interface HandMark {
  mark: Mark
  at: Instant
  symptoms?: Symptom[]
  remark?: CheckedWords
  /** WeChat has not let the remark pass. */
  remarkHeld?: true
}

export interface RollChild {
  childId: string
  no: string
  name: string
}

/** A leave that covers this half day of a child. */
export interface CoveringLeave {
  leaveId: string
  kind: LeaveKind
  pending?: true
}

/** One child's line, as the roll keeps it. */
export interface KeptLine extends Partial<Omit<HandMark, 'mark'>> {
  no: string
  name: string
  mark: LineMark
  leave?: CoveringLeave
}

/** Of two marks of one moment the graver stands, so that no child is lost between two phones. */
const GRAVER: readonly Mark[] = ['present', 'early', 'late', 'absent']

/** The mark that stands of two: the later; which of them came first to the cloud does not matter. */
export function laterMark(one: HandMark | undefined, other: HandMark | undefined): HandMark | undefined {
  if (!one || !other) return one ?? other
  if (one.at !== other.at) return one.at > other.at ? one : other
  return GRAVER.indexOf(one.mark) >= GRAVER.indexOf(other.mark) ? one : other
}

/** What a hand has set on a line; undefined: nobody has. */
export function handOf(line: KeptLine | undefined): HandMark | undefined {
  if (!line || line.at === undefined || line.mark === 'leave') return undefined
  const { mark, at, symptoms, remark, remarkHeld } = line
  return { mark, at, ...(symptoms && { symptoms }), ...(remark && { remark }), ...(remarkHeld && { remarkHeld }) }
}

/**
 * One child's line. A hand's mark stands, but for one thing: whoever is not here and has leave, is on leave, also when the
 * leave came after the mark (L02).
 */
export function lineFor(
  { no, name }: RollChild,
  hand: HandMark | undefined,
  leave: CoveringLeave | undefined,
  otherwise: 'present' | 'absent' = 'present',
): KeptLine {
  const mark: LineMark = hand && !(hand.mark === 'absent' && leave) ? hand.mark : leave ? 'leave' : otherwise
  return { no, name, ...hand, mark, ...(leave && { leave }) }
}

export interface RollGround {
  roster: readonly RollChild[]
  leaves: ReadonlyMap<string, CoveringLeave>
  /** Of children that were not here this morning, and nobody says otherwise. */
  stillAway?: ReadonlySet<string>
}

/** Every child of the roster, once: what is kept, and the marks that came now. */
export function fillRoll(
  { roster, leaves, stillAway }: RollGround,
  kept: Readonly<Record<string, KeptLine>>,
  marks: ReadonlyMap<string, HandMark>,
): Record<string, KeptLine> {
  return Object.fromEntries(
    roster.map((child) => {
      const { childId } = child
      const hand = laterMark(handOf(kept[childId]), marks.get(childId))
      return [childId, lineFor(child, hand, leaves.get(childId), stillAway?.has(childId) ? 'absent' : 'present')]
    }),
  )
}

/** The sums of a roll: they always add up to its lines (L04). */
export function countRoll(lines: Readonly<Record<string, Pick<KeptLine, 'mark'>>>): RollCounts {
  const counts: RollCounts = { total: 0, present: 0, late: 0, early: 0, leave: 0, absent: 0 }
  for (const { mark } of Object.values(lines)) {
    counts.total++
    counts[mark]++
  }
  return counts
}

/** Lines in roll order. */
export function inRollOrder<Line extends { no: string }>(
  lines: Readonly<Record<string, Line>>,
): (Line & { childId: string })[] {
  return Object.entries(lines)
    .map(([childId, line]) => ({ childId, ...line }))
    .sort(byNumber)
}

/** Whether a page showed exactly the children of the roster: nobody is forgotten, and nobody who left is counted. */
export function showsAll(roster: readonly RollChild[], shown: readonly string[]): boolean {
  const ids = new Set(shown)
  return ids.size === shown.length && ids.size === roster.length && roster.every(({ childId }) => ids.has(childId))
}
