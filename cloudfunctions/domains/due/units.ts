// Decides for whom a register is counted: each class, each who fills it, the school, or each thing and teacher.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, RegisterDesk } from '@class-pact/core/contract'
import { REGISTERS, type Register, type Unit } from '@class-pact/core/register'
import type { DutyClass } from './look-up'
import type { World } from './world'

const TEACHING: readonly RegisterDesk[] = ['head_teacher', 'teacher']
const isTaught = ({ parts }: Register) => parts[0].by.some((desk) => TEACHING.includes(desk))

const isOfEachFiller = ({ quota }: Register) => quota?.per === 'filler'
/** Whoever teaches and fills it has a number of their own, or it is about themselves. */
export const isOfFiller = (register: Register): boolean =>
  isTaught(register) && (isOfEachFiller(register) || register.about === 'teacher')

export const unitOfFiller = (register: Register, openid: string): Unit =>
  isOfEachFiller(register) ? { kind: 'filler', id: openid } : { kind: 'subject', id: openid }

const unitOfClass = ({ _id, children, headTeacher, headSince }: DutyClass, { marked }: World): Unit => ({
  ...{ kind: 'class', id: _id, classId: _id },
  children: children.map(({ id }) => ({ id, isMarked: marked.has(id) })),
  ...(headTeacher && headSince !== undefined && { head: { openid: headTeacher, since: beijingDay(headSince) } }),
})

/** Of a register that is not counted by who fills it; within some classes. */
export function unitsWithin(register: Register, classes: readonly DutyClass[], world: World): Unit[] {
  // So many of an office, whoever holds it: one class a week, one contest a term, not one of each class and teacher.
  if (isOfEachFiller(register)) return [{ kind: 'school', id: world.schoolId }]
  switch (register.about) {
    case 'class':
    case 'child':
    case 'family':
      return classes.map((each) => unitOfClass(each, world))
    case 'teacher':
      return staffWithin(classes, register)
    case 'school':
      return [{ kind: 'school', id: world.schoolId }]
    case 'device':
    case 'room':
      return thingsWithin(register.about, classes, world)
  }
}

/** Everybody who teaches a class, or leads one, since they came to the first of those. */
function staffWithin(classes: readonly DutyClass[], { heads }: Register): Unit[] {
  const since = new Map<string, Instant>()
  const whom = heads ? classes.flatMap(headOf) : classes.flatMap(staffOf)
  for (const { openid, at } of whom) since.set(openid, Math.min(since.get(openid) ?? at, at))
  return [...since].map(([id, at]) => ({ kind: 'subject', id, since: beijingDay(at) }))
}

const headOf = ({ headTeacher, headSince = 0 }: DutyClass) =>
  headTeacher ? [{ openid: headTeacher, at: headSince }] : []

const staffOf = (itsClass: DutyClass) => [
  ...headOf(itsClass),
  ...itsClass.teachers.map((openid, at) => ({ openid, at: itsClass.teachersSince[at] ?? 0 })),
]

function thingsWithin(kind: 'device' | 'room', classes: readonly DutyClass[], { things }: World): Unit[] {
  const makers: Readonly<Record<string, Register>> = REGISTERS
  return things
    .filter(({ register }) => makers[register]?.makes === kind)
    .filter(({ classId }) => classId === undefined || classes.some(({ _id }) => _id === classId))
    .map(({ _id: id, classId, on: since }) => ({ kind: 'subject', id, since, ...(classId && { classId }) }))
}

/** Who fills a register that is counted by filler: those of its desks that a class has. */
export function fillersWithin({ parts }: Register, classes: readonly DutyClass[]): string[] {
  const { by } = parts[0]
  const heads = by.includes('head_teacher') ? classes.flatMap(({ headTeacher }) => headTeacher ?? []) : []
  const teachers = by.includes('teacher') ? classes.flatMap((each) => each.teachers) : []
  return [...new Set([...heads, ...teachers])]
}
