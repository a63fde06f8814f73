// Decides what every column was taken for and whose it is: by heading, neighbours, values, and the leader's word.
import { ROSTER_OWNERS, type RosterMeaning, type RosterOwner } from './contract'
import { readRelation } from '../family'
import { isFlag, isPhoneLike } from './values'
import { chosenFor, type Label, type List } from './lists'
import { readText } from './cells'
import type { ReadingOptions } from './types'

export interface Column {
  /** 0-based. */
  index: number
  header: string
  meaning: RosterMeaning
  owner: RosterOwner
  /** Which person it belongs to; only for names, relations and phones that are not the child's. */
  contact?: number
  /** 妈妈 in 妈妈电话. */
  relation?: string
  person?: string
  hidden?: true
  chosen?: true
  /** How many rows have something in it. */
  filled: number
}

/** Rows looked at to see what a column holds. */
const LOOKED_AT = 300
/** At least this share of the values has to look like it. */
const MOST = 0.6

/** The columns of a list, left to right; those without heading and values are none. */
export function readColumns(list: List, { choices }: ReadingOptions): Column[] {
  const { sheet, left, right, bottom } = list
  const labels = new Map(list.labels.map((label) => [label.index, label]))
  const drafts: Draft[] = []
  for (let index = left; index < right; index++) {
    const label = labels.get(index)
    const values = valuesOf(list, index)
    if (!label && values.length === 0) continue
    const chosen = chosenFor(choices, sheet.name, bottom, index)
    const hidden = sheet.hiddenColumns?.has(index) === true
    drafts.push({ index, label, values: values.slice(0, LOOKED_AT), filled: values.length, chosen, hidden })
  }
  return groupContacts(settleOwners(drafts.map(draftColumn)))
}

interface Draft {
  index: number
  label?: Label
  values: string[]
  filled: number
  chosen?: RosterMeaning
  hidden: boolean
}

function valuesOf({ sheet, bottom, end }: List, index: number): string[] {
  return sheet.rows
    .slice(bottom + 1, end)
    .map((row) => readText(row[index]))
    .filter(Boolean)
}

/** A column by itself, before its neighbours are heard; `open`: its heading does not say whose it is. */
type Drafted = Column & { open: boolean }

function draftColumn({ index, label, values, filled, chosen, hidden }: Draft): Drafted {
  const header = label?.text ?? ''
  const { meaning, open } = chosen ? { meaning: chosen, open: false } : hidden ? IGNORED : guess(label, values)
  const person = label?.heading?.person ?? ''
  const relation = RELATION_BY_MEANING[meaning] ?? relationWord(person || label?.group || '')
  return {
    index,
    header,
    meaning,
    owner: ROSTER_OWNERS[meaning],
    open,
    filled,
    ...(relation && { relation }),
    ...(person && { person }),
    ...(hidden && { hidden: true }),
    ...(chosen && { chosen: true }),
  }
}

const IGNORED = { meaning: 'ignored', open: false } as const
const RELATION_BY_MEANING: Partial<Record<RosterMeaning, string>> = {
  mother_name: '母亲',
  mother_phone: '母亲',
  father_name: '父亲',
  father_phone: '父亲',
}

/** 妈妈电话 → 妈妈 */
function relationWord(heading: string): string {
  return /外祖[父母]|祖[父母]|母亲|妈妈|父亲|爸爸|爷爷|奶奶|外公|外婆|姥[爷姥]|[父母]/.exec(heading)?.[0] ?? ''
}

function share(values: readonly string[], fits: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(fits).length / values.length
}

function guess(label: Label | undefined, values: string[]): { meaning: RosterMeaning; open: boolean } {
  const heading = label?.heading
  const phones = share(values, isPhoneLike) >= MOST
  if (!heading) return phones ? { meaning: 'other_phone', open: true } : { meaning: 'unknown', open: false }
  const { kind, owner } = heading
  if (kind === 'flag' || kind === 'ignored') return IGNORED
  if (kind === 'phone' || kind === 'name') {
    if (share(values, isFlag) >= MOST) return IGNORED
    const ofChild = kind === 'name' && (owner === undefined || owner === 'pupil')
    if (ofChild) return { meaning: 'name', open: false }
    const isNumber = phones || kind === 'phone'
    if (isNumber) return { meaning: `${OWNER_PREFIX[owner ?? 'unknown']}_phone` as RosterMeaning, open: !owner }
    if (owner === undefined || owner === 'pupil') return { meaning: 'unknown', open: false }
    return { meaning: `${OWNER_PREFIX[owner]}_name` as RosterMeaning, open: false }
  }
  if (kind === 'relation') return { meaning: 'family_relation', open: !owner }
  return { meaning: kind, open: false }
}

const OWNER_PREFIX: Record<RosterOwner, 'family' | 'pupil' | 'staff' | 'other'> = {
  family: 'family',
  staff: 'staff',
  pupil: 'pupil',
  child: 'pupil',
  unknown: 'other',
  nobody: 'other',
}

const CHILDISH: readonly RosterMeaning[] = ['name', 'number', 'class', 'grade', 'sex', 'nickname', 'serial']
const isName = ({ meaning }: Column) => meaning.endsWith('_name')
const isPhone = ({ meaning }: Column) => meaning.endsWith('_phone')
const isRelation = ({ meaning }: Column) => meaning === 'family_relation'

/** A number whose heading does not say whose belongs to the person named to its left. */
function settleOwners(columns: Drafted[]): Drafted[] {
  let owner: RosterOwner | undefined
  let without = 0
  return columns.map((column) => {
    if (CHILDISH.includes(column.meaning)) owner = undefined
    else if (isName(column)) {
      without = owner === column.owner ? without + 1 : 1
      owner = column.owner
    } else if (isRelation(column)) {
      if (!owner) [owner, without] = ['family', 1]
    } else if (isPhone(column)) {
      const another = without === 0 && /[2-9二三]$/.test(column.header)
      if (column.open && column.header && owner && (without > 0 || another)) {
        without = Math.max(0, without - 1)
        const meaning = `${OWNER_PREFIX[owner]}_phone` as RosterMeaning
        return { ...column, meaning, owner: ROSTER_OWNERS[meaning], open: false }
      }
      without = Math.max(0, without - 1)
    }
    return column
  })
}

interface Person {
  key: string
  owner: RosterOwner
  parts: Set<string>
}

/** Ties names, relations and numbers to persons: to the one their heading names, or to the one they stand beside. */
function groupContacts(columns: Drafted[]): Column[] {
  const people: Person[] = []
  const join = (person: Person, part: string) => {
    person.parts.add(part)
    return people.indexOf(person)
  }
  const begin = (key: string, owner: RosterOwner, ...parts: string[]) =>
    people.push({ key, owner, parts: new Set(parts) }) - 1

  return columns.map(({ open: _, ...column }, at): Column => {
    const part = partOf(column)
    if (!part) return column
    const key = readRelation(column.relation ?? '') ?? column.person ?? ''
    const last = people[people.length - 1]
    const contact = (): number => {
      const named = key
        ? [...people].reverse().find((person) => person.key === key && !person.parts.has(part))
        : undefined
      if (named) return join(named, part)
      if (part === 'phone' && !key) {
        // 父亲 母亲 电话 电话: as many numbers as names, in their order; 父亲 母亲 电话 is nobody's in particular.
        const waiting = trailingNames(people, column.owner)
        const run = columns.slice(at).findIndex((each) => !isPhone(each) || each.relation || each.person)
        if (waiting.length > 1) {
          const [first] = waiting
          const enough = (run < 0 ? columns.length - at : run) >= waiting.length
          return first && enough ? join(first, part) : begin(key, column.owner, 'name', 'phone', 'relation')
        }
      }
      const fits = last && !last.parts.has(part) && (part === 'relation' || last.owner === column.owner)
      if (fits && !key && (part !== 'name' || [...last.parts].every((each) => each === 'relation'))) {
        return join(last, part)
      }
      return begin(key, column.owner, part)
    }
    return { ...column, contact: contact() }
  })
}

function partOf(column: Column): 'name' | 'phone' | 'relation' | undefined {
  return isName(column) ? 'name' : isPhone(column) ? 'phone' : isRelation(column) ? 'relation' : undefined
}

/** The persons named last who have no number yet. */
function trailingNames(people: readonly Person[], owner: RosterOwner): Person[] {
  const named: Person[] = []
  for (const person of [...people].reverse()) {
    if (person.parts.has('phone') || person.owner !== owner) break
    named.unshift(person)
  }
  return named
}
