// Decides which entries of a register somebody looks through: all of a place, a child's, or those of their own hand.
import type { Day, ParsedInput, Role } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import type { Where } from '../../common/store/collection'
import { findFacts, placeOf, type Facts } from './facts'
import { concerns, desksAs, desksIn, isOfClasses, ofTheirGrades, readsOf, type Desk } from './standing'

export interface FoundTable {
  facts: Facts
  desks: Desk[]
  reads: 'all' | 'own' | false
  /** What this reader may see of it; the days are not looked at yet. */
  where: Where
  /** Classes that they may look at one by one. */
  choices: { classId: string; className: string }[]
}

type Asked = Omit<ParsedInput<'register.table'>, 'after' | 'state'>

/** Undefined: no such register, class, child or thing, or nothing of it is for this person. */
export async function findTable(
  input: Asked,
  session: Session,
  counts = false,
): Promise<Whose<FoundTable> | undefined> {
  const { schoolId, register, childId } = input
  const own = session.person.identities.find((each) => each.role === 'guardian' && each.childId === childId)
  const classId = input.classId ?? own?.classId
  const overall = session.person.identities.some(({ role, schoolId: of }) => of === schoolId && !OF_ONE.includes(role))
  const facts = await findFacts({ schoolId, register, ...(classId && { classId }) }, session.now, {
    counts,
    classes: overall,
  })
  const subject = facts && subjectOf(facts, input)
  if (!facts || subject === false) return undefined
  const place = placeOf(facts)
  const about = { about: facts.rules.about, ...(subject && { subject }) }
  const desks = desksIn(session, place, about)
  const reads = readsOf(facts.rules, desks)
  return {
    found: {
      facts: { ...facts, classes: ofTheirGrades(facts.classes, desks) },
      desks,
      reads,
      choices: overall ? ofTheirGrades(facts.classes, desks).map(toChoice) : ownClasses(facts, session),
      where: whereOf(facts, { subject, reads, desks, openid: session.openid }),
    },
    place,
    may: (identity) => concerns(identity, about) && readsOf(facts.rules, desksAs(identity, place)) !== false,
  }
}

export const findSummary = (
  input: ParsedInput<'register.summary'>,
  session: Session,
): Promise<Whose<FoundTable> | undefined> =>
  findTable({ register: input.register, schoolId: input.schoolId, classId: input.classId }, session, true)

/** They look at a class or a child of their own; everybody else looks at the school's. */
const OF_ONE: readonly Role[] = ['head_teacher', 'teacher', 'guardian']

const toChoice = ({ _id: classId, name: className }: Facts['classes'][number]) => ({ classId, className })

/** Classes that somebody teaches, each once, where they read the register. */
function ownClasses({ rules, school }: Facts, { person }: Session): FoundTable['choices'] {
  if (!isOfClasses(rules.about)) return []
  const taught = person.identities.flatMap((identity) => {
    const { role, schoolId, classId, className = '' } = identity
    if (role === 'guardian' || schoolId !== school._id || classId === undefined) return []
    return readsOf(rules, desksAs(identity, { schoolId, classId })) === false ? [] : [[classId, className] as const]
  })
  return [...new Map(taught)].map(([classId, className]) => ({ classId, className }))
}

/** As it is stored; false: it is not there. A child is found wherever it was written about, by who leads its class now. */
function subjectOf({ rules, itsClass, staff }: Facts, { subject, childId }: Asked): string | undefined | false {
  const asked = subject ?? childId
  if (asked === undefined) return undefined
  if (rules.about === 'child' || rules.about === 'family')
    return itsClass?.roster.some((line) => line.childId === asked) ? asked : false
  return rules.about === 'teacher' ? (staff.find(({ mark }) => mark === asked)?.openid ?? false) : asked
}

interface Reading {
  subject: string | undefined
  reads: 'all' | 'own' | false
  desks: readonly Desk[]
  openid: string
}

function whereOf({ id, rules, school, itsClass, classes }: Facts, { subject, reads, desks, openid }: Reading): Where {
  const isFamily = desks.every(({ desk }) => desk === 'guardian')
  const base = { schoolId: school._id, register: id, ...(subject !== undefined && { 'subject.id': subject }) }
  if (reads !== 'all' && !isFamily) return { ...base, by: openid }
  if (subject !== undefined) return base
  if (itsClass) return { ...base, classId: itsClass._id }
  const theirs = ofTheirGrades(classes, desks)
  const isPart = isOfClasses(rules.about) && theirs.length < classes.length
  return isPart ? { ...base, classId: { $in: theirs.map(({ _id }) => _id) } } : base
}

/** Both days included. */
export const between = (from: Day | undefined, to: Day | undefined): Where =>
  from === undefined && to === undefined ? {} : { on: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }
