// Decides what is counted of each of the staff: posts, refused or held, families told, contacts (X02–X04, G09).
import type { DaySpan, Instant, RuleCount } from '@class-pact/core/contract'
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import { countRules } from '@class-pact/core/statistics'
import type { Contact } from '@class-pact/core/register'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import { contactStages, readContacts, type ContactRow } from '../contact'
import { contactsOfEntries, lookUpContactEntries, type ContactEntriesRow } from '../entry'

/** What one of the staff did in a span; the page of the figures and the appraisal sheet say the same. */
export interface StaffWork {
  published: number
  /** Written in quiet hours: what was not urgent has waited for the opening. */
  late: number
  urgent: number
  refused: number
  held: number
  rules: RuleCount[]
  /** Families told after a notice. */
  followUps: number
  /** With families, in every way. */
  contacts: number
}

export interface TimeSpan {
  from: Instant
  until: Instant
}

/** From its first moment until the end of its last day. */
export const spanOf = ({ from, to }: DaySpan): TimeSpan => ({
  from: instantOf(from, '00:00'),
  until: instantOf(to, '24:00'),
})

interface Posted {
  _id: string
  count: number
  late: number
  urgent: number
}
interface Judged {
  _id: { by: string; verdict: 'hold' | 'refuse'; rules: string[] }
  count: number
}

/** What `lookUpContacts` brings with a row. */
export interface ContactsRow extends ContactRow, ContactEntriesRow {}

/** What `lookUpStaffWork` brings with a row. */
export interface StaffWorkRow extends ContactsRow {
  postedBy?: Posted[]
  judged?: Judged[]
}

const IS_URGENT = { $gt: ['$urgent.cause', ''] }
const IS_LATE = { $or: [IS_URGENT, { $gt: ['$releaseAt', 0] }] }

/** Notices that went out; corrections stand in their notice and are no posts of their own. */
export const postsWithin = (schoolId: string, { from, until }: TimeSpan): Where => ({
  ...{ schoolId, publishedAt: { $gte: from, $lt: until }, amends: { $exists: false } },
})

export const verdictsWithin = (schoolId: string, { from, until }: TimeSpan): Where => ({
  ...{ schoolId, at: { $gte: from, $lt: until } },
})

export const lookUpStaffWork = (schoolId: string, span: TimeSpan): Stage[] => [
  {
    $lookup: {
      from: 'notices',
      pipeline: [
        { $match: postsWithin(schoolId, span) },
        {
          $group: {
            ...{ _id: '$author.openid', count: { $sum: 1 } },
            late: { $sum: { $cond: [IS_LATE, 1, 0] } },
            urgent: { $sum: { $cond: [IS_URGENT, 1, 0] } },
          },
        },
        { $limit: BOUNDS.entriesOfSlot },
      ],
      as: 'postedBy',
    },
  },
  {
    $lookup: {
      from: 'verdicts',
      pipeline: [
        { $match: verdictsWithin(schoolId, span) },
        { $group: { _id: { by: '$authorOpenid', verdict: '$verdict', rules: '$rules' }, count: { $sum: 1 } } },
        { $limit: BOUNDS.entriesOfSlot },
      ],
      as: 'judged',
    },
  },
  ...lookUpContacts(schoolId, span),
]

/** Contacts with families, wherever they are noted. */
export const lookUpContacts = (schoolId: string, span: TimeSpan): Stage[] => [
  ...contactStages({ of: { schoolId }, ...span }),
  lookUpContactEntries({ where: { schoolId }, from: beijingDay(span.from), to: beijingDay(span.until - 1) }),
]

/** All contacts of the span, also those that stand in registers. */
export const contactsIn = (row: ContactsRow | undefined): Contact[] => [...readContacts(row), ...contactsOfEntries(row)]

/** By person; who did nothing is not there. */
export function readStaffWork(row: StaffWorkRow | undefined): Map<string, StaffWork> {
  const posted = new Map((row?.postedBy ?? []).map((each) => [each._id, each]))
  const judged = groupBy(row?.judged ?? [], ({ _id }) => _id.by)
  const followUps = groupBy(row?.contactsOfSlips ?? [], ({ by }) => by)
  const contacts = groupBy(contactsIn(row), ({ by }) => by)
  const people = new Set([...posted.keys(), ...judged.keys(), ...contacts.keys()])
  return new Map(
    [...people].map((openid): [string, StaffWork] => {
      const posts = posted.get(openid)
      const verdicts = judged.get(openid) ?? []
      const count = (verdict: 'hold' | 'refuse') =>
        verdicts.reduce((sum, each) => sum + (each._id.verdict === verdict ? each.count : 0), 0)
      return [
        openid,
        {
          ...{ published: posts?.count ?? 0, late: posts?.late ?? 0, urgent: posts?.urgent ?? 0 },
          ...{ refused: count('refuse'), held: count('hold') },
          rules: countRules(verdicts.flatMap(({ _id, count: times }) => Array.from({ length: times }, () => _id))),
          followUps: followUps.get(openid)?.length ?? 0,
          contacts: contacts.get(openid)?.length ?? 0,
        },
      ]
    }),
  )
}

export function groupBy<Each>(all: readonly Each[], key: (each: Each) => string): Map<string, Each[]> {
  const found = new Map<string, Each[]>()
  for (const each of all) {
    const own = found.get(key(each))
    if (own) own.push(each)
    else found.set(key(each), [each])
  }
  return found
}
