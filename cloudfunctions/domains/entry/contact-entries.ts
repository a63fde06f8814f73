// Decides which entries of registers are contacts with a family, and so count for other registers too.
import { instantOf } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import { REGISTERS, type Contact, type Register } from '@class-pact/core/register'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'

interface ContactEntry {
  register: string
  classId?: string
  childId: string
  by: string
  on: Day
  ways: { choices?: string[] }[][]
}

/** What the stage brings with a row. */
export interface ContactEntriesRow {
  contactEntries?: ContactEntry[]
}

/** A school's own register is none. */
const CONTACTS = Object.entries<Register>(REGISTERS).flatMap(([id, { contact }]) => (contact ? [id] : []))

/**
 * Part of another reading.
 * @param where of which school or classes
 * @param to the last day; absent: until now
 */
export const lookUpContactEntries = ({ where, from, to }: { where: Where; from: Day; to?: Day }): Stage => ({
  $lookup: {
    from: 'entries',
    pipeline: [
      {
        $match: { ...where, register: { $in: CONTACTS }, on: { $gte: from, ...(to && { $lte: to }) }, state: 'done' },
      },
      { $limit: BOUNDS.childrenOfSchool },
      { $project: CONTACT },
    ],
    as: 'contactEntries',
  },
})

/** Of its answers only in which way it was. */
const CONTACT = {
  ...{ _id: 0, register: 1, classId: 1, by: 1, on: 1, childId: '$subject.id' },
  ways: {
    $map: {
      input: { $objectToArray: '$parts' },
      as: 'part',
      in: {
        $filter: {
          input: { $arrayElemAt: ['$$part.v.answers', -1] },
          as: 'answer',
          cond: { $eq: ['$$answer.question', 'way'] },
        },
      },
    },
  },
}

/** A contact that is an entry of another register counts at noon of its day. */
const NOON = '12:00'

/** Each with the register that it stands in: there it is counted already. */
export function contactsOfEntries(row: ContactEntriesRow | undefined): Contact[] {
  return (row?.contactEntries ?? []).flatMap(({ register, classId, childId, by, on, ways }) => {
    const { contact } = (REGISTERS as Readonly<Record<string, Register>>)[register] ?? {}
    const chosen = ways.flat().flatMap(({ choices = [] }) => choices)[0]
    const way = contact === 'field' ? (chosen as Contact['way'] | undefined) : contact
    return way && classId ? [{ register, classId, childId, by, way, at: instantOf(on, NOON) }] : []
  })
}
