// Decides which contacts with families the product knows without anybody typing them again (H01, H02, H11, H12, X07).
import type { Contact } from '@class-pact/core/register'
import type { Stage } from '../../common/store/collection'
import type { ContactSpan } from '../../common/store/reached'
import { lookUpReceived } from '../booking'
import { lookUpTold } from '../incident'
import { lookUpRollCalls } from '../roll'
import { lookUpFollowUps } from '../slip'
import { lookUpLetters, readLetters, type LetterRows } from '../talk'

/** What `contactStages` brings with a row. */
export interface ContactRow {
  contactsOfSlips?: Contact[]
  contactsOfRolls?: Contact[]
  contactsOfIncidents?: Contact[]
  contactsOfReceptions?: Contact[]
  contactsOfTalks?: LetterRows
}

/** Part of another reading: follow-ups, calls for missing children, guardians who were told, families received, letters, of one span. */
export const contactStages = (span: ContactSpan): Stage[] => [
  lookUpFollowUps(span, 'contactsOfSlips'),
  lookUpRollCalls(span, 'contactsOfRolls'),
  lookUpTold(span, 'contactsOfIncidents'),
  lookUpReceived(span, 'contactsOfReceptions'),
  lookUpLetters(span, 'contactsOfTalks'),
]

/** What the stages have brought, the earliest first. */
export function readContacts(row: ContactRow | undefined): Contact[] {
  const {
    contactsOfSlips = [],
    contactsOfRolls = [],
    contactsOfIncidents = [],
    contactsOfReceptions = [],
    contactsOfTalks,
  } = row ?? {}
  const all = [
    ...contactsOfSlips,
    ...contactsOfRolls,
    ...contactsOfIncidents,
    ...contactsOfReceptions,
    ...readLetters(contactsOfTalks),
  ]
  return all.sort((a, b) => a.at - b.at)
}
