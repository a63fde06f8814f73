// Decides what a person is handed of everything kept about them: every domain's part, never another's (M12, C28).
import { domains } from 'domains:personal'
import type { PersonCopy } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { findPerson } from './find-person'

export const exportPerson: Handler<'person.export'> = async (_input, { openid, now }) => {
  const person = await findPerson(openid)
  const copies = await Promise.all(domains.flatMap(({ copy }) => (copy ? [copy({ openid, person, now })] : [])))
  const nothing: PersonCopy = {
    exportedAt: now,
    identities: person ? [...person.identities, ...person.former] : [],
    credits: {},
    applications: [],
    signed: [],
    leaves: [],
    attendance: [],
    cases: [],
    reports: [],
    deliveries: [],
    shortened: copies.some(({ shortened }) => shortened),
  }
  const consent = person && { at: person.consentAt, version: person.consentVersion }
  return succeed(Object.assign(nothing, consent && { consent }, ...copies.map(({ part }) => part)) as PersonCopy)
}
