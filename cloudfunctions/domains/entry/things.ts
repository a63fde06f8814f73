// Decides which devices and rooms a school has: the done entries of the registers that make them (E01, E26).
import type { Choice } from '@class-pact/core/contract'
import { REGISTERS, type Register } from '@class-pact/core/register'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { EntryDoc, KeptAnswer } from './documents'

/** One device or room, as it was taken in. */
export type Thing = Pick<EntryDoc, '_id' | 'register' | 'classId' | 'subject' | 'parts'>

const MAKERS = new Map(
  Object.entries(REGISTERS).flatMap(([id, { makes }]: [string, Register]) => (makes ? [[id, makes]] : [])),
)

/** Brings all of a school along, as `things`. */
export const lookUpThings = (schoolId: string): Stage => ({
  $lookup: {
    from: 'entries',
    pipeline: [
      { $match: { schoolId, register: { $in: [...MAKERS.keys()] }, state: 'done' } },
      { $limit: BOUNDS.thingsOfSchool },
      { $project: { register: 1, classId: 1, subject: 1, 'parts.fill': 1 } },
    ],
    as: 'things',
  },
})

/** The last that was said in the first part. */
export const filled = ({ parts }: Pick<EntryDoc, 'parts'>): readonly KeptAnswer[] =>
  parts['fill']?.at(-1)?.answers ?? []

const textOf = (answers: readonly KeptAnswer[], ...fields: string[]): string | undefined =>
  fields.flatMap((field) => answers.find(({ question }) => question === field)?.text ?? [])[0]

/** Those of a kind, of a class first; a thing is called as its register calls it, or as what it says first. */
export function listThings(things: readonly Thing[], kind: 'device' | 'room', classId?: string): Choice[] {
  const ofKind = things.filter(({ register }) => MAKERS.get(register) === kind)
  const isHere = (thing: Thing) => Number(classId !== undefined && thing.classId === classId)
  return [...ofKind].sort((one, other) => isHere(other) - isHere(one)).map(describeThing)
}

export function describeThing(thing: Thing): Choice {
  const answers = filled(thing)
  const first = answers.find(({ text }) => text)?.text
  const no = textOf(answers, 'no', 'code')
  return { id: thing._id, name: textOf(answers, 'name') ?? first ?? thing.subject.name, ...(no && { no }) }
}
