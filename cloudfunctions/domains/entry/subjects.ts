// Decides whom or what an entry can be about: a child of the class, a colleague, a thing that exists, and nothing else.
import type { Choice } from '@class-pact/core/contract'
import type { Colleague } from '../office'
import { ofTheirGrades, type Desk } from './standing'
import type { EntryDoc } from './documents'
import type { Facts } from './facts'
import { listThings } from './things'

/** As it is stored: a teacher under their openid. */
export type Subject = EntryDoc['subject']

interface Named {
  classId?: string
  childId?: string
  subject?: string
}

/** Colleagues whom a register is about: all, those who lead a class, or of these all but whoever fills it (D08). */
export function listColleagues(
  { rules: { heads: whose }, staff, heads }: Pick<Facts, 'rules' | 'staff' | 'heads'>,
  openid: string,
): Colleague[] {
  if (!whose) return staff
  return staff.filter((each) => heads.includes(each.openid) && (whose === 'all' || each.openid !== openid))
}

const TEACHING: readonly Desk['desk'][] = ['head_teacher', 'teacher']

/** `choose`: one is still to be chosen; undefined: what was named is not there. */
export function findSubject(
  facts: Facts,
  { childId, subject }: Named,
  { openid, desks }: { openid: string; desks: readonly Desk[] },
): Subject | 'choose' | undefined {
  const { rules, school, itsClass } = facts
  const kind = rules.about
  switch (kind) {
    case 'school':
      return { kind, id: school._id, name: school.name }
    case 'class':
      return itsClass ? { kind, id: itsClass._id, name: itsClass.name } : 'choose'
    case 'child':
    case 'family': {
      const asked = subject ?? childId
      if (asked === undefined) return 'choose'
      const line = itsClass?.roster.find((each) => each.childId === asked)
      return line && { kind, id: asked, name: line.name }
    }
    case 'teacher': {
      const teaches = desks.some(({ desk }) => TEACHING.includes(desk) && rules.parts[0].by.includes(desk))
      if (subject === undefined && (!teaches || rules.heads === 'others')) return 'choose'
      const found = listColleagues(facts, openid).find(({ mark, openid: of }) =>
        subject === undefined ? of === openid : mark === subject,
      )
      return found && { kind, id: found.openid, name: found.card }
    }
    case 'device':
    case 'room': {
      if (subject === undefined) return 'choose'
      const thing = listThings(facts.things, kind).find(({ id }) => id === subject)
      return thing && { kind, id: thing.id, name: thing.name }
    }
  }
}

/** What can be chosen: children in the order of the roster, classes in school order. */
export function listSubjects(facts: Facts, openid: string): Choice[] {
  const { rules, itsClass, classes, things } = facts
  switch (rules.about) {
    case 'class':
      return classes.map(({ _id, name }) => ({ id: _id, name }))
    case 'child':
    case 'family':
      return (itsClass?.roster ?? []).map(({ childId, no, name }) => ({ id: childId, name, no }))
    case 'teacher':
      return listColleagues(facts, openid).map(({ mark, card }) => ({ id: mark, name: card }))
    case 'device':
    case 'room':
      return listThings(things, rules.about, itsClass?._id)
    default:
      return []
  }
}

/** Classes of which one comes before its child: whoever leads the school opens a sheet without any. */
export function listClassesFirst({ rules, itsClass, classes }: Facts, desks: readonly Desk[]): Choice[] {
  const isOfChild = rules.about === 'child' || rules.about === 'family'
  if (!isOfChild || itsClass) return []
  const atSchool = desks.filter(({ isAfar }) => !isAfar)
  return atSchool.length > 0 ? ofTheirGrades(classes, atSchool).map(({ _id, name }) => ({ id: _id, name })) : []
}
