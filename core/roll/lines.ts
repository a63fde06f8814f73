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
  /** A remark that WeChat has not let pass: it stays, whatever is marked later by whoever cannot read it. */
  held?: HeldRemark
}

interface HeldRemark {
  words: CheckedWords
  at: Instant
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
  /** The leave that the line had is gone, and nobody has looked since. */
  asks?: true
}

/** Of two marks of one moment the graver stands, so that no child is lost between two phones. */
const GRAVER: readonly Mark[] = ['present', 'early', 'late', 'absent']

/** Two phones that say different things of one child at one moment: what more was seen stands, whichever came first. */
const weigh = ({ mark, symptoms = [], remark }: HandMark): string =>
  [GRAVER.indexOf(mark), symptoms.length, symptoms.join(), remark ?? ''].join('|')

/** The mark that stands of two: the later; which of them came first to the cloud does not matter. */
export function laterMark(one: HandMark | undefined, other: HandMark | undefined): HandMark | undefined {
  if (!one || !other) return one ?? other
  const isFirst = one.at === other.at ? weigh(one) >= weigh(other) : one.at > other.at
  const { held: _held, ...stands } = isFirst ? one : other
  const held = laterHeld(one.held, other.held)
  return { ...stands, ...(held && { held }) }
}

function laterHeld(one: HeldRemark | undefined, other: HeldRemark | undefined): HeldRemark | undefined {
  if (!one || !other) return one ?? other
  if (one.at !== other.at) return one.at > other.at ? one : other
  return one.words >= other.words ? one : other
}

/** What a hand has set on a line; undefined: nobody has. Under leave that came later only 未到 can lie. */
export function handOf(line: KeptLine | undefined): HandMark | undefined {
  if (!line || line.at === undefined) return undefined
  const { mark, at, symptoms, remark, held } = line
  return {
    mark: mark === 'leave' ? 'absent' : mark,
    at,
    ...(symptoms && { symptoms }),
    ...(remark && { remark }),
    ...(held && { held }),
  }
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

/**
 * Whether a line asks somebody to look: it said 假, and the leave is gone. Nobody has seen the child since, so it is not here
 * until a hand says otherwise.
 */
function asksToLook(kept: KeptLine | undefined, hand: HandMark | undefined, leave: CoveringLeave | undefined): boolean {
  if (!kept || leave || (kept.mark !== 'leave' && !kept.asks)) return false
  return hand?.at === kept.at
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
      const before = kept[childId]
      const [hand, leave] = [laterMark(handOf(before), marks.get(childId)), leaves.get(childId)]
      const asks = asksToLook(before, hand, leave)
      const line = lineFor(child, hand, leave, asks || stillAway?.has(childId) ? 'absent' : 'present')
      return [childId, { ...line, ...(asks && { asks: true as const }) }]
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
