// Decides how the entries of one slot add up: how often each choice was taken, and how long the last step took.
import type { Field, RegisterSummary } from '@class-pact/core/contract'
import type { Summed } from './summary-lines'
import { filled } from './things'

const HOUR_MS = 3_600_000

/** 做到 没做到, of a field that is a tick. */
const TICKS = [
  { id: 'done', label: '✓' },
  { id: 'not', label: '✗' },
]

/** Of all together, never of whom; fields without choices are not counted. */
export function countChoices(fields: readonly Field[], rows: readonly Summed[]): RegisterSummary['counts'] {
  const answers = rows.flatMap((row) => filled(row))
  return fields.flatMap((field) => {
    const said = answers.filter(({ question }) => question === field.id)
    const count = (of: (answer: (typeof said)[number]) => boolean) => said.filter(of).length
    if (field.type === 'check') {
      const choices = TICKS.map((tick) => ({
        ...tick,
        count: count(({ done }) => (done ? 'done' : 'not') === tick.id),
      }))
      return [{ field: field.id, label: field.label, choices }]
    }
    if (field.type !== 'single' && field.type !== 'several') return []
    const choices = field.choices.map(({ id, label }) => ({
      ...{ id, label },
      count: count(({ choices: taken = [] }) => taken.includes(id)),
    }))
    return [{ field: field.id, label: field.label, choices }]
  })
}

/** From the first part to the last, of what is done: half of it took no longer (E11). */
export function medianHours(rows: readonly Summed[]): number | undefined {
  const hours = rows
    .filter(({ state }) => state === 'done')
    .map(({ parts }) => {
      const begun = parts['fill']?.[0]?.at ?? 0
      const ended = Math.max(...Object.values(parts).map((done) => done[0]?.at ?? 0))
      return (ended - begun) / HOUR_MS
    })
    .sort((one, other) => one - other)
  if (hours.length === 0) return undefined
  const middle = (hours.length - 1) / 2
  const median = ((hours[Math.floor(middle)] ?? 0) + (hours[Math.ceil(middle)] ?? 0)) / 2
  return Math.round(median * 10) / 10
}
