// Decides how a test reads contacts: with a row of the school, as the domains of the house do.
import { serve, type HandlerOf } from '../../../../../cloudfunctions/common/call/handlers'
import { succeed } from '../../../../../cloudfunctions/common/call/results'
import { openCollection } from '../../../../../cloudfunctions/common/store/collection'
import { contactStages, readContacts, type ContactRow } from '../../../../../cloudfunctions/domains/contact'
import { countingRows } from './contract'

const schools = openCollection('schools')

const read: HandlerOf<(typeof countingRows)['counting.read']> = async ({ schoolId, classId, from, until }) => {
  const of = classId === undefined ? { schoolId } : { classIds: [classId] }
  const [row] = await schools.aggregate<ContactRow>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...contactStages({ of, from, until }),
  ])
  return succeed({ contacts: readContacts(row) })
}

export const actions = serve(countingRows, {}, { 'counting.read': read })
