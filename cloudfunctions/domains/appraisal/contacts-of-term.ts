// Decides all contacts with families of a term: those of registers, and those that nobody typed (X07).
import type { Contact } from '@class-pact/core/register'
import { contactStages, readContacts, type ContactRow } from '../contact'
import { schools } from '../school'
import { CONTACT_REGISTERS, contactOf, type ContactEntry } from './contact-entries'
import { entriesOf, type Appraised } from './find-appraised'
import { spanOf } from '../report'

export interface TermContacts {
  /** Of both kinds. */
  all: Contact[]
  /** Those of registers, with what the family said. */
  written: ContactEntry[]
}

export async function contactsOf(appraised: Appraised): Promise<TermContacts> {
  const { school, term } = appraised
  const [[row], entries] = await Promise.all([
    schools.aggregate<ContactRow>([
      { $match: { _id: school._id } },
      { $project: { _id: 1 } },
      ...contactStages({ of: { schoolId: school._id }, ...spanOf(term) }),
      { $limit: 1 },
    ]),
    entriesOf(appraised, CONTACT_REGISTERS),
  ])
  // As everywhere: what waits for somebody's part is no contact yet.
  const written = [...entries.values()]
    .flat()
    .filter(({ state }) => state === 'done')
    .flatMap((entry) => contactOf(entry) ?? [])
  return { all: [...readContacts(row), ...written], written }
}
