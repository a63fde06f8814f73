// Decides the list behind the contacts with families: by whom, how and when, never with whom or about what (X07).
import type { StatisticsItem } from '@class-pact/core/contract'
import { schools } from '../school'
import { byOf, classOf, cut, type Listed, type Looked } from './listed'
import { contactsIn, lookUpContacts, type ContactsRow } from './staff-work'

export async function listContacts({ query, found, span, by, classIds }: Looked): Promise<Listed> {
  const { schoolId, staffId } = query
  const [row] = await schools.aggregate<ContactsRow>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...lookUpContacts(schoolId, span),
    { $limit: 1 },
  ])
  // Of persons all counts, as in their line; of a school only what was in a class that is still here.
  const here = classIds ?? (staffId === undefined ? found.classes.map(({ classId }) => classId) : undefined)
  return cut(
    query,
    contactsIn(row)
      .filter((each) => (by === undefined ? here !== undefined || each.by : each.by === by))
      .filter(({ classId }) => !here || here.includes(classId))
      .sort((a, b) => b.at - a.at)
      .map(({ classId, by: openid, way, at, register }): StatisticsItem => ({
        ...{ kind: 'contact', way, at },
        ...(register !== undefined && { register }),
        ...byOf(found, openid),
        ...classOf(found, classId),
      })),
  )
}
