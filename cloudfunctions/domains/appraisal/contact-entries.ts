// Decides which entries are contacts with a family, in which way, about what, and what the family said to it.
import { instantOf } from '@class-pact/core/calendar'
import type { ContactWay, Field } from '@class-pact/core/contract'
import { REGISTERS, type Contact, type Register } from '@class-pact/core/register'
import { CONTACT_WAYS } from '@class-pact/core/register/contract'
import type { EntryDoc, KeptAnswer } from '../entry'
import { sayField } from './say-field'

const ALL: Readonly<Record<string, Register>> = REGISTERS

/** Registers whose entries are contacts. */
export const CONTACT_REGISTERS: readonly string[] = Object.keys(ALL).filter((id) => ALL[id]?.contact)

/** Fields that are not what was talked about. */
const NOT_MATTER: readonly string[] = ['way', 'day', 'feedback']
/** An entry knows its day alone; its hour is none that a quota looks at. */
const NOON = '12:00'
const NOBODY: ReadonlyMap<string, string> = new Map()

export interface ContactEntry extends Contact {
  title: string
  card: string
  matter: string
  feedback: string
}

/** The last of every part, with its field. */
function saidIn({ register, parts }: EntryDoc): { field: Field; answer: KeptAnswer }[] {
  return (ALL[register]?.parts ?? []).flatMap((part) =>
    part.fields.flatMap((field) => {
      const answer = parts[part.id]?.at(-1)?.answers.find(({ question }) => question === field.id)
      return answer ? [{ field, answer }] : []
    }),
  )
}

/** Undefined: it is none, or nobody has spoken with the family yet. */
export function contactOf(entry: EntryDoc): ContactEntry | undefined {
  const { register, classId, subject, by, on, parts } = entry
  const rules = ALL[register]
  if (!rules?.contact || classId === undefined) return undefined
  const said = saidIn(entry)
  const chosen = said.find(({ field }) => field.id === 'way')?.answer.choices?.[0]
  const way =
    rules.contact === 'field' ? CONTACT_WAYS.find((each): each is ContactWay => each === chosen) : rules.contact
  if (!way) return undefined
  const day = said.find(({ field }) => field.id === 'day')?.answer.day ?? on
  const words = said
    .filter(({ field }) => !NOT_MATTER.includes(field.id))
    .map(({ field, answer }) => sayLine(field, answer))
  const feedback = said.find(({ field }) => field.id === 'feedback')?.answer.text ?? ''
  return {
    ...{ register, title: rules.title, classId, childId: subject.id, by, way, at: instantOf(day, NOON) },
    ...{ card: parts['fill']?.at(-1)?.card ?? '', matter: words.filter(Boolean).join('；'), feedback },
  }
}

function sayLine(field: Field, answer: KeptAnswer): string {
  if (field.type === 'check') return answer.done ? field.label : ''
  if (field.type === 'person' || field.type === 'signature' || field.type === 'photo') return ''
  const said = sayField(field, answer, NOBODY)
  return typeof said === 'string' || typeof said === 'number' ? String(said) : ''
}
