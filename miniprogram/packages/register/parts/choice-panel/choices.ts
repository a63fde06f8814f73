// Decides which of many can be seen to choose from: those that a search finds, and no more than a panel holds.
import type { Choice } from '@class-pact/core/contract'
import { CHIPS_MOST } from '../../../../components/form-fill/fill'

export interface ChoiceRow {
  id: string
  name: string
  no: string
  on: boolean
  label: string
}
export interface FoundChoices {
  rows: ChoiceRow[]
  /** Found, and not shown. */
  more: number
  /** There are so many that one looks for a name. */
  searches: boolean
}

/** Rows of a panel: WeChat draws no more than sixty in one (「体验评分」). */
const ROWS_MOST = 50

/** By name or number, in the order they came in; those that are chosen are never hidden. */
export function findChoices(choices: readonly Choice[], search: string, picked: readonly string[]): FoundChoices {
  const wanted = search.trim()
  const found = choices.filter(
    ({ id, name, no = '' }) => !wanted || picked.includes(id) || name.includes(wanted) || no === wanted,
  )
  return {
    rows: found.slice(0, ROWS_MOST).map(({ id, name, no = '' }) => {
      const on = picked.includes(id)
      return { id, name, no, on, label: [no, name, on && '已选'].filter(Boolean).join('，') }
    }),
    more: Math.max(found.length - ROWS_MOST, 0),
    searches: choices.length > CHIPS_MOST,
  }
}
