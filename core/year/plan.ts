// Decides what becomes of every class in a new year, and in which order, so that no two ever share a name.
import { parseClassName } from '../roster'
import type { SchoolKind } from '../wire'
import type { YearAnswers, YearTarget } from './contract'
import { climb, ladderOf, type Ladders, type Rung } from './grades'

/** What of a class a new year changes. */
export interface Standing {
  name: string
  order: number
  /** Graduated, in the year that begins. */
  archived?: number
  /** An undone promotion needed its name; this is the one it had. */
  parked?: { name: string; order: number }
}

export interface YearClass {
  classId: string
  standing: Standing
}

/** One class as it is before and after. */
export interface YearMove {
  classId: string
  from: Standing
  to: Standing
}

export interface PlannedClass extends YearClass {
  to: YearTarget
  newHead?: true
}

export interface Planned {
  /** In grade order; classes that have graduated are not among them. */
  classes: PlannedClass[]
  /** In the order in which they can be made, one after the other: from the top down. Empty while something is asked. */
  moves: YearMove[]
  choices: Rung[]
  chosen: number
}

/** Nobody else's class: 2027届六（2）班. */
export const graduatesName = (year: number, name: string): string => `${year}届${name}`

/** The names a class is put under when its own is needed by an older one: 新一（1）班, 新2一（1）班, … */
export const parkedName = (name: string, attempt: number): string => `新${attempt > 1 ? attempt : ''}${name}`

/** @param year the year in which the new school year begins */
export function planYear(
  all: readonly YearClass[],
  { kind, year, answers = {} }: { kind: SchoolKind; year: number; answers?: YearAnswers },
): Planned {
  const present = all
    .filter(({ standing }) => standing.archived === undefined)
    .sort((a, b) => a.standing.order - b.standing.order || (a.standing.name < b.standing.name ? -1 : 1))
  const names = present.map(({ standing }) => standing.name)
  const ladders = ladderOf(names, kind, answers.top)
  const answerOf = new Map(answers.classes?.map((answer) => [answer.classId, answer]))
  const wishes = present.map((each) => ({ each, wish: wishFor(each, answerOf.get(each.classId), ladders, year) }))
  const { moves, stuck } = order(
    wishes.flatMap(({ each, wish }) => (wish.to ? [{ classId: each.classId, from: each.standing, to: wish.to }] : [])),
    all.map(({ standing }) => standing.name),
  )
  const classes = wishes.map(({ each, wish }): PlannedClass => ({
    ...each,
    to: stuck.has(each.classId) ? { as: 'asked', why: 'taken', ...(wish.to && { name: wish.to.name }) } : wish.target,
    ...(answerOf.get(each.classId)?.newHead && { newHead: true }),
  }))
  const isAsked = classes.some(({ to }) => to.as === 'asked')
  return { classes, moves: isAsked ? [] : moves, choices: ladders.choices, chosen: ladders.chosen }
}

interface Wish {
  target: YearTarget
  /** Absent: nothing changes. */
  to?: Standing
}

type Answer = NonNullable<YearAnswers['classes']>[number]

function wishFor({ standing }: YearClass, answer: Answer | undefined, ladders: Ladders, year: number): Wish {
  const { name, parked } = standing
  if (answer?.keep) return { target: { as: 'kept' } }
  if (answer?.name !== undefined) {
    const named = parseClassName(answer.name)
    if (!named) return { target: { as: 'asked', why: 'unreadable', name: answer.name } }
    return named.name === name ? { target: { as: 'kept' } } : rename('named', named)
  }
  if (parked) return rename('back', parked)
  const next = climb(name, ladders, year)
  if (!next) return { target: { as: 'asked', why: 'unreadable' } }
  if (next === 'graduates') {
    const to = { name: graduatesName(year, name), order: standing.order, archived: year }
    return { target: { as: 'archived', name: to.name }, to }
  }
  return next.name === name ? { target: { as: 'kept' } } : rename('promoted', next)
}

function rename(as: 'named' | 'back' | 'promoted', { name, order: place }: Pick<Standing, 'name' | 'order'>): Wish {
  return { target: { as, name }, to: { name, order: place } }
}

/**
 * Puts moves in an order in which each finds its name free: who graduates goes first, then the highest grade. What finds no
 * free name whatever goes before it is stuck: two want one name, it belongs to a class that stays, or they go round in a ring.
 */
function order(wanted: readonly YearMove[], names: readonly string[]): { moves: YearMove[]; stuck: Set<string> } {
  const taken = new Set(names)
  const moves: YearMove[] = []
  let left = [...wanted].sort((a, b) => rank(b) - rank(a))
  for (let before = -1; before !== moves.length;) {
    before = moves.length
    left = left.filter((move) => {
      if (taken.has(move.to.name)) return true
      taken.delete(move.from.name)
      taken.add(move.to.name)
      moves.push(move)
      return false
    })
  }
  return { moves, stuck: new Set(left.map(({ classId }) => classId)) }
}

const rank = ({ from, to }: YearMove) => from.order + (to.archived === undefined ? 0 : 1e6)

/** The way back: the same moves, the last first, each the other way round. */
export function reverseMoves(moves: readonly YearMove[]): YearMove[] {
  return moves.map(({ classId, from, to }) => ({ classId, from: to, to: from })).reverse()
}
