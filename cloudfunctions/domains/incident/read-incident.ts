// Decides what staff who are concerned read of one incident, and which they find: a class's, or the leaders' school's.
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Stage, Where } from '../../common/store/collection'
import { lookUpList, readList, type List } from '../../common/store/pages'
import type { ClassDoc } from '../class'
import { people } from '../person'
import { describeIncident, describeRow } from './describe-incident'
import type { IncidentDoc } from './documents'

export const readIncident: Handler<'incident.read', IncidentDoc> = (_input, { found, identity, now }) =>
  Promise.resolve(succeed(describeIncident(found, identity, now)))

interface Row {
  class?: Pick<ClassDoc, 'roster'>[]
}

/** A class's list brings the children along: who is chosen from it is one tap away. */
export const listIncidents: Handler<'incident.list'> = async (query, { identity, openid }) => {
  const where = query.of === 'class' ? { classId: query.classId } : { schoolId: query.schoolId }
  const list = listOf({ ...where, ...(identity.role === 'teacher' && { noters: openid }) })
  const [row] = await people.aggregate<Row>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    ...lookUpList('incidents', list, query.after),
    ...(query.of === 'class' ? [rosterOf(query.classId)] : []),
  ])
  const { rows, total, next } = readList<IncidentDoc>(row, 'incidents', list, query.after)
  const roster = row?.class?.[0]?.roster ?? []
  return succeed({
    incidents: rows.map(describeRow),
    ...{ total, next },
    children: roster.map(({ childId, no, name }) => ({ childId, no, name })),
  })
}

const listOf = (where: Where): List => {
  const part = (state: IncidentDoc['state']) => ({
    from: 'incidents',
    where: { ...where, state },
    order: [['happenedAt', -1]] as const,
    then: [{ $project: { trail: 0, notes: 0, corrected: 0 } }],
  })
  return { parts: [part('open'), part('closed')] }
}

const rosterOf = (classId: string): Stage => ({
  $lookup: { from: 'classes', pipeline: [{ $match: { _id: classId } }, { $project: { roster: 1 } }], as: 'class' },
})
