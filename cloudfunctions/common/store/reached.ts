// Decides how a document keeps which families were reached by whom, and how that is found by class and time (X07).
import type { Instant } from '@class-pact/core/contract'
import type { Contact } from '@class-pact/core/register'
import type { Stage, Where } from './collection'

/** One contact that was noted in a document of a class; it counts for whoever had it and is shown to nobody. */
export type Reached = Omit<Contact, 'classId'>

/** A document of a class in which contacts with families are noted. */
export interface Reaching {
  reachedBy?: Reached[]
}

/** Whose contacts, and when: from an instant until another, which is not part of it. */
export interface ContactSpan {
  of: { classIds: readonly string[] } | { schoolId: string }
  from: Instant
  until: Instant
}

export const placesOf = ({ of }: ContactSpan): Where =>
  'schoolId' in of ? { schoolId: of.schoolId } : { classId: { $in: [...of.classIds] } }

const within = ({ from, until }: ContactSpan) => ({ $gte: from, $lt: until })

/** Contacts of a span as `as`: an index finds the documents that have any, however many years are kept. */
export function lookUpReached(from: string, span: ContactSpan, as: string): Stage {
  return {
    $lookup: {
      from,
      pipeline: [
        { $match: { ...placesOf(span), reachedBy: { $elemMatch: { at: within(span) } } } },
        { $project: { _id: 0, classId: 1, reached: '$reachedBy' } },
        { $unwind: '$reached' },
        { $match: { 'reached.at': within(span) } },
        {
          $project: {
            classId: 1,
            childId: '$reached.childId',
            by: '$reached.by',
            way: '$reached.way',
            at: '$reached.at',
          },
        },
      ],
      as,
    },
  }
}

/** Whoever goes is counted no more; what they noted stays under their card. */
export const forgetReached = (openid: string): { where: Where; change: { $pull: Record<string, unknown> } } => ({
  where: { 'reachedBy.by': openid },
  change: { $pull: { reachedBy: { by: openid } } },
})
