// Decides the one action on what is due: 今天该办的, and all that this person fills or reads.
import { dueRows } from '@class-pact/core/register/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { people } from '../person'
import { lookUpDue, readDueOf, type DueFound } from './due-of'

const read: Handler<'register.due'> = async (_input, { person, identity, now }) => {
  // A family asks for one of its children.
  const identities = identity.role === 'guardian' ? [identity] : person.identities
  const looker = { person: { ...person, identities }, identity, now }
  const [found] = await people.aggregate<DueFound>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...lookUpDue(looker),
    { $limit: 1 },
  ])
  return succeed(readDueOf(found, looker))
}

export const actions = serve(dueRows, {}, { 'register.due': read })
