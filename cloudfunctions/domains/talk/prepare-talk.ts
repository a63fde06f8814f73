// Decides what is known before a thread begins: to whom a family may write, or about which children a teacher may.
import { composeStaffCard } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { mutedUntil } from '../../common/call/session'
import { children, classes, type ChildDoc, type ClassDoc } from '../class'
import { phonesOf, quietUntil } from './describe-talk'
import { headCard, lookUpFacts, readFacts, type FactsRow } from './facts'
import { lessonOf } from './lesson'

export const prepareTalk: Handler<'talk.prepare', undefined> = async (query, session) => {
  const { now, person, identity } = session
  if (query.of === 'class') {
    const found = await classes.find<Pick<ClassDoc, 'name' | 'roster'>>(query.classId, { name: 1, roster: 1 })
    const roster = found?.roster ?? []
    return succeed({
      of: 'class',
      className: found?.name ?? '',
      children: roster.map(({ childId, no, name }) => ({ childId, no, name })),
    })
  }
  const [row] = await children.aggregate<ChildDoc & FactsRow>([
    { $match: { _id: query.childId } },
    ...lookUpFacts(now, '_id'),
  ])
  const facts = row && readFacts(row)
  if (!facts) return refuse('FORBIDDEN')
  const { itsClass, school, child } = facts
  const muted = mutedUntil(person, identity, now)
  const quiet = quietUntil(facts, session)
  const head = headCard({ itsClass }, school.kind)
  return succeed({
    of: 'child',
    childId: child._id,
    childName: itsClass.roster.find(({ childId }) => childId === child._id)?.name ?? child.name,
    className: itsClass.name,
    ...(head !== undefined && { headTeacher: head }),
    teachers: itsClass.teachers
      .filter(({ openid }) => openid !== itsClass.headTeacher?.openid)
      .map((teacher) => ({ card: composeStaffCard(teacher, 'teacher', school.kind), since: teacher.since })),
    ...(muted !== undefined && { mutedUntil: muted }),
    ...(quiet !== undefined && { quietUntil: quiet }),
    ...(lessonOf(facts, undefined, now) && { inLesson: true as const }),
    phones: phonesOf(facts),
  })
}
