// Decides how an entry of the demo is put together: by the rules of its register, with what each part was told.
import type { CheckedWords, Day, Field, Instant, OwnRegister, SubjectKind } from '@class-pact/core/contract'
import { REGISTERS, ownToRegister, slotOn, stateOf, valuesOf, type Register } from '@class-pact/core/register'
import { SCHOOL_ID } from './class-plans'
import { openTrail } from './families'
import type { Writer } from './offices'
import type { EntryDoc, InkFile, KeptAnswer, KeptPart } from './register-documents'
import { CALENDAR } from './school-time'

/** By field: a choice or several, words, a number, a day; a check that was not done says why. Unsaid checks are done. */
export type Said = Readonly<Record<string, string | number | readonly string[]>>

export interface PartDone {
  by: Writer
  at: Instant
  said?: Said
}

export interface Wanted {
  id: string
  register: string
  own?: OwnRegister
  on: Day
  itsClass?: { _id: string; name: string }
  /** Absent: the class. */
  subject?: { kind: SubjectKind; id: string; name: string }
  /** `fill` first. */
  parts: Readonly<Record<string, PartDone>> & { fill: PartDone }
}

/** Lays a signature of somebody into the folder of an entry. */
export type Sign = (entryId: string, openid: string) => InkFile

const CATALOGUE: Readonly<Record<string, Register>> = REGISTERS

/** Undefined: on that day nothing of the register is written. */
export function writeEntry(wanted: Wanted, sign: Sign): EntryDoc | undefined {
  const { id, register, own, on, itsClass, parts } = wanted
  const rules = own ? ownToRegister(own) : CATALOGUE[register]
  if (!rules) throw new Error(`there is no register ${register}`)
  const slot = slotOn(rules, valuesOf(rules), on, CALENDAR)
  if (!slot) return undefined
  const subject = wanted.subject ?? (itsClass && { kind: 'class', id: itsClass._id, name: itsClass.name })
  if (!subject) throw new Error(`${id} is about nobody`)
  const _id = `demo-entry-${id}`
  const kept = Object.fromEntries(
    rules.parts.flatMap(({ id: part, fields }) => {
      const done = parts[part]
      return done ? [[part, [keepPart(fields, done, () => sign(_id, done.by.openid))]]] : []
    }),
  )
  const { openid } = parts.fill.by
  return {
    ...{ _id, schoolId: SCHOOL_ID, register, ...(own && { asked: own }), slot: slot.key, on },
    ...(itsClass && { classId: itsClass._id, className: itsClass.name }),
    ...{ subject, parts: kept, by: openid, state: stateOf(rules, kept), version: Object.keys(kept).length },
    place: placeIn(rules, { register, slot: slot.key, subject: subject.id, by: openid }) ?? _id,
    callDigest: id,
    ...openTrail(
      ...Object.entries(parts).map(([part, { by, at }]) => ({
        ...{ id: `${_id}-${part}`, at, by: by.openid, role: by.role },
        action: part === 'fill' ? 'register.write' : 'entry.part',
      })),
    ),
  }
}

/** One entry of a subject in a slot, where the register wants one. */
function placeIn(
  { many, period, quota }: Register,
  { register, slot, subject, by }: { register: string; slot: string; subject: string; by: string },
): string | undefined {
  if (many || period.kind === 'event') return undefined
  return [SCHOOL_ID, register, slot, subject, ...(quota?.per === 'filler' ? [by] : [])].join(':')
}

function keepPart(fields: readonly Field[], { by, at, said = {} }: PartDone, ink: () => InkFile): KeptPart {
  const unknown = Object.keys(said).find((key) => !fields.some(({ id }) => id === key))
  if (unknown) throw new Error(`nobody asks for ${unknown}`)
  return {
    answers: fields.flatMap((field) => keepAnswer(field, said[field.id], ink)),
    by: by.openid,
    card: by.card,
    at,
  }
}

/** The demo's own words have passed: nobody else wrote them. */
function keepAnswer({ id: question, type }: Field, said: Said[string] | undefined, ink: () => InkFile): KeptAnswer[] {
  if (type === 'signature') return [{ question, files: [ink()] }]
  if (type === 'check') {
    return [{ question, done: said === undefined, ...(typeof said === 'string' && { text: said as CheckedWords }) }]
  }
  if (said === undefined) return []
  const list = Array.isArray(said) ? [...(said as string[])] : [String(said)]
  switch (type) {
    case 'single':
    case 'several':
      return [{ question, choices: list }]
    case 'number':
      return [{ question, number: Number(said) }]
    case 'day':
      return [{ question, day: String(said) }]
    case 'time':
      return [{ question, time: String(said) }]
    case 'text':
      return [{ question, text: String(said) as CheckedWords }]
    default:
      return [{ question, refs: list }]
  }
}
