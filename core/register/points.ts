// Decides how many points entries of a register come to, and what several registers come to together.
import { retain } from '../attendance'
import type { FieldAnswer } from './contract'
import { amountOf, type Values } from './settings'
import type { Amount, Points, Quota, Register, ScoredEntry } from './types'

/** Points are added in thousandths, the finest that a form asks for, so that 0.1 and 0.2 are 0.3; what comes out has tenths. */
const FINE = 1_000
const TENTH = 100
/** 总分为10分 (S0-4 三(四)). */
const RETENTION_POINTS = 10

const fine = (points: number) => Math.round(points * FINE)
const tenths = (thousandths: number) => Math.round(thousandths / TENTH) / (FINE / TENTH) || 0

/** What points are made of. `missing`: how much lacked to the quota in all slots; `retention`: children at the start and the end. */
export interface Scored {
  entries: readonly ScoredEntry[]
  missing?: number
  retention?: { start: number; end: number }
}

/** The points of one class or person in one register, to a tenth; undefined: nothing there to judge by. */
export function scoreOf(points: Points, scored: Scored, values: Values): number | undefined {
  const { entries, missing = 0, retention } = scored
  switch (points.kind) {
    case 'mean': {
      const most = amountOf(points.most, values)
      const given = entries
        .flatMap(({ answers }) => numberIn(points.field, answers) ?? [])
        .map((number) => fine(Math.min(Math.max(number, 0), most)))
      return given.length > 0 ? tenths(sum(given) / given.length) : undefined
    }
    case 'sum': {
      const each = points.each === undefined ? 0 : amountOf(points.each, values)
      const total = entries.length * fine(each) + chosenIn(points.field, points.choices, entries, values)
      return tenths(points.most === undefined ? total : Math.min(total, fine(amountOf(points.most, values))))
    }
    case 'less': {
      const { start, each, of, choices } = points
      const times = of === 'entries' ? entries.length : missing
      const chosen = choices ? chosenIn(choices.field, choices.points, entries, values) : 0
      return tenths(Math.max(fine(amountOf(start, values)) - times * fine(amountOf(each, values)) - chosen, 0))
    }
    case 'retention':
      return retention && retain(retention.start, retention.end).points
  }
}

/** Full marks; undefined: they are added to or taken from the rest. */
export function fullMarks(points: Points, values: Values): number | undefined {
  switch (points.kind) {
    case 'mean':
      return amountOf(points.most, values)
    case 'sum':
      return points.most === undefined ? undefined : amountOf(points.most, values)
    case 'less':
      return amountOf(points.start, values)
    case 'retention':
      return RETENTION_POINTS
  }
}

/** What one register comes to. `points` absent: nobody has judged it. */
export interface PointsLine {
  points?: number
  /** Full marks; absent: a bonus or a deduction. */
  of?: number
  isVetoed?: boolean
}

export interface PointsTotal {
  points: number
  /** Full marks of what has been judged. */
  of: number
  /** Beside the full marks: prizes and awards, criticism. */
  bonus: number
  deducted: number
  /** Whatever the points are, there is no good mark (D11). */
  isVetoed: boolean
}

/** Several registers together; never below nought. */
export function totalPoints(lines: readonly PointsLine[]): PointsTotal {
  const judged = lines.filter(({ points }) => points !== undefined)
  const beside = judged.filter(({ of }) => of === undefined).map(({ points = 0 }) => fine(points))
  return {
    points: tenths(Math.max(sum(judged.map(({ points = 0 }) => fine(points))), 0)),
    of: tenths(sum(judged.map(({ of = 0 }) => fine(of)))),
    bonus: tenths(sum(beside.filter((points) => points > 0))),
    deducted: tenths(-sum(beside.filter((points) => points < 0))),
    isVetoed: lines.some(({ isVetoed }) => isVetoed),
  }
}

/** Whether any entry has one of the choices that rule a good mark out (D11). */
export function isVetoed({ veto }: Pick<Register, 'veto'>, entries: readonly ScoredEntry[]): boolean {
  return (
    veto !== undefined &&
    entries.some(({ answers }) => choicesIn(veto.field, answers).some((choice) => veto.choices.includes(choice)))
  )
}

/** Of the entries with one choice those that also have the other (E06). */
export function shareOf(
  { among, having }: Extract<Quota, { per: 'rate' }>,
  entries: readonly Pick<ScoredEntry, 'answers'>[],
): { part: number; whole: number } {
  const has = ({ field, choice }: typeof among, { answers }: Pick<ScoredEntry, 'answers'>) =>
    choicesIn(field, answers).includes(choice)
  const whole = entries.filter((entry) => has(among, entry))
  return { part: whole.filter((entry) => has(having, entry)).length, whole: whole.length }
}

const choicesIn = (field: string, answers: readonly FieldAnswer[]): readonly string[] =>
  answers.find(({ question }) => question === field)?.choices ?? []
const numberIn = (field: string, answers: readonly FieldAnswer[]): number | undefined =>
  answers.find(({ question }) => question === field)?.number

function chosenIn(
  field: string,
  points: Readonly<Record<string, Amount>>,
  entries: readonly ScoredEntry[],
  values: Values,
): number {
  const of = new Map(Object.entries(points).map(([choice, amount]) => [choice, fine(amountOf(amount, values))]))
  return sum(entries.flatMap(({ answers }) => choicesIn(field, answers).map((choice) => of.get(choice) ?? 0)))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
