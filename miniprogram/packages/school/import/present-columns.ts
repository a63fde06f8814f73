// Decides how the columns of a file are shown, each with what it was taken for.
import type { RosterChoices, RosterColumn, RosterMeaning, RosterPreview } from '@class-pact/core/contract'
import { CHOOSABLE, MEANING_WORDS, OWNER_WORDS } from './words'

/** The place of a column on one sheet. */
export interface Place {
  sheet: string
  column: string
}

export interface ColumnView {
  key: string
  /** C列 班主任电话 */
  title: string
  /** 例：139****，138****; what follows for joining. */
  sub: string
  /** 老师电话，不保存 */
  meaning: string
  /** 认作, or 您选的. */
  chosen: boolean
  value: RosterMeaning
  /** The same column of every sheet that looks alike. */
  places: Place[]
}

const keyOf = ({ column, header, meaning }: RosterColumn) => `${column}|${header}|${meaning}`

/** Columns in the order of the file; sheets that look alike are one. */
export function presentColumns({ columns }: RosterPreview): ColumnView[] {
  const groups = new Map<string, RosterColumn[]>()
  for (const column of columns) groups.set(keyOf(column), [...(groups.get(keyOf(column)) ?? []), column])
  const sheets = new Set(columns.map(({ sheet }) => sheet)).size
  return [...groups].map(([key, alike]): ColumnView => {
    const [first] = alike
    const { column = '', header = '', meaning = 'unknown', owner, hidden, chosen = false, sheet = '' } = first ?? {}
    const samples = [...new Set(alike.flatMap((each) => each.samples))].slice(0, SAMPLES)
    const where = sheets > 1 ? (alike.length > 1 ? `${alike.length}张表` : sheet) : ''
    return {
      key,
      title: [`${column}列`, header || '没有表头', hidden ? '（隐藏）' : ''].filter(Boolean).join(' '),
      sub: [where, samples.length > 0 ? `例：${samples.join('，')}` : '', (owner && OWNER_WORDS[owner]) ?? '']
        .filter((part, at) => part && (at < 2 || meaning.endsWith('_phone')))
        .join('；'),
      meaning: MEANING_WORDS[meaning],
      chosen,
      value: meaning,
      places: alike.map((each) => ({ sheet: each.sheet, column: each.column })),
    }
  })
}

const SAMPLES = 2

/** Everything a column can be taken for. */
export const MEANING_OPTIONS = CHOOSABLE.map((value) => ({ value, label: MEANING_WORDS[value] }))

/** The leader's answers with one more about these columns. */
export function chooseMeaning(choices: RosterChoices, places: readonly Place[], meaning: RosterMeaning): RosterChoices {
  const kept = (choices.columns ?? []).filter(
    (each) => !places.some(({ sheet, column }) => each.sheet === sheet && each.column === column),
  )
  return { ...choices, columns: [...kept, ...places.map(({ sheet, column }) => ({ sheet, column, meaning }))] }
}
