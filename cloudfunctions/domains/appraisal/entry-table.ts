// Decides the sheet of a register's entries: a row an entry, every field of every part, who did it and when.
import type { Field, SubjectKind } from '@class-pact/core/contract'
import type { Part, Register } from '@class-pact/core/register'
import { SHEET_STATE_WORDS } from '@class-pact/core/register-words'
import { rulesOf, type EntryDoc } from '../entry'
import { labelOf, sayField, type Names } from './say-field'
import type { Cell, Column, Table } from '../../common/files/write-workbook'

/** What an entry is about, where that is not its class or its school. */
const ABOUT_WORDS: Record<SubjectKind, string> = {
  class: '',
  child: '孩子',
  family: '孩子',
  teacher: '老师',
  device: '设备',
  room: '教室',
  school: '',
}
const TEXT_WIDTH = 30
const DAY_WIDTH = 11
const TIME_WIDTH = 17

/** Columns that are there only where something stands in them. */
const RARE: readonly string[] = ['班级', '作废原因']

/** One column of a part. */
interface PartColumn extends Column {
  say: (entry: EntryDoc) => Cell
}

export function entryTable(
  register: Register,
  entries: readonly EntryDoc[],
  { heading, names }: { heading: readonly string[]; names: Names },
): Table {
  const about = ABOUT_WORDS[register.about]
  const ofParts = columnsOf(register, entries, names)
  const columns: PartColumn[] = [
    { title: '日期', width: DAY_WIDTH, say: ({ on }) => ({ day: on }) },
    { title: '班级', say: ({ className }) => className },
    ...(about ? [{ title: about, say: ({ subject }: EntryDoc) => subject.name }] : []),
    ...ofParts,
    { title: '状态', width: 8, say: ({ state }) => SHEET_STATE_WORDS[state] },
    { title: '作废原因', width: TEXT_WIDTH, say: ({ voided }) => voided?.words },
  ]
  // Of a register without classes, or without anything void, the column is not there.
  const shown = columns.filter(({ title, say }) => !RARE.includes(title) || entries.some((entry) => say(entry)))
  return { name: '记录', heading, columns: shown, rows: entries.map((entry) => shown.map(({ say }) => say(entry))) }
}

/** A school's own register as it is asked today, then what was asked before and is not any more. */
function columnsOf(register: Register, entries: readonly EntryDoc[], names: Names): PartColumn[] {
  const known = new Map<string, { part: Part; fields: Map<string, Field> }>()
  for (const rules of [register, ...entries.map((entry) => rulesOf(entry, register))]) {
    for (const part of rules.parts) {
      const { fields } = known.get(part.id) ?? { fields: new Map<string, Field>() }
      for (const field of part.fields) if (!fields.has(keyOf(field))) fields.set(keyOf(field), field)
      known.set(part.id, known.get(part.id) ?? { part, fields })
    }
  }
  const isAlone = known.size === 1
  return [...known.values()].flatMap(({ part, fields }) => [
    ...[...fields.values()].map((field) => fieldColumn(part, field, { register, names, isAlone })),
    ...whoAndWhen(part, isAlone),
  ])
}

/** A question that is asked in other words is another one. */
const keyOf = ({ id, label, type }: Field) => `${id} ${type} ${label}`

interface Around {
  register: Register
  names: Names
  isAlone: boolean
}

function fieldColumn(part: Part, field: Field, { register, names, isAlone }: Around): PartColumn {
  return {
    title: isAlone ? labelOf(field) : `${part.title}：${labelOf(field)}`,
    ...(field.type === 'text' && { width: TEXT_WIDTH }),
    say(entry) {
      const asked = rulesOf(entry, register)
        .parts.find(({ id }) => id === part.id)
        ?.fields.find((each) => keyOf(each) === keyOf(field))
      const answers = entry.parts[part.id]?.at(-1)?.answers ?? []
      return (
        asked &&
        sayField(
          asked,
          answers.find(({ question }) => question === field.id),
          names,
        )
      )
    },
  }
}

function whoAndWhen({ id, title }: Part, isAlone: boolean): PartColumn[] {
  const last = ({ parts }: EntryDoc) => parts[id]?.at(-1)
  const at = (entry: EntryDoc): Cell => {
    const done = last(entry)
    return done && { at: done.at }
  }
  return [
    { title: isAlone ? '记录人' : `${title}：谁`, say: (entry) => last(entry)?.card },
    { title: isAlone ? '记录时间' : `${title}：时间`, width: TIME_WIDTH, say: at },
  ]
}
