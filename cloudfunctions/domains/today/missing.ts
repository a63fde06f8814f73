// Decides which missing children stand on the 今天 of staff; a leader's from the pact's minute on, by the clock (L05).
import type { Instant, MissingChild, TodayPrincipal } from '@class-pact/core/contract'
import { isDue, isOpen, type KeptContact } from '@class-pact/core/roll'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { RollDoc } from '../roll'

/** A roll that still looks for somebody. */
export type LookingRoll = Pick<RollDoc, 'classId' | 'className' | 'day' | 'half' | 'contacts'>

/** As `missing`: found by how many are looked for, not by looking through rolls. */
export function lookUpMissing(where: { schoolId: string; classId?: string }): Stage {
  return {
    $lookup: {
      from: 'rolls',
      pipeline: [
        { $match: { ...where, open: { $gte: 1 } } },
        { $limit: BOUNDS.classesOfSchool },
        { $project: { classId: 1, className: 1, day: 1, half: 1, contacts: 1 } },
      ],
      as: 'missing',
    },
  }
}

/** A child that is looked for in the morning's roll and in the afternoon's is one child. */
export function missingOf(rolls: readonly LookingRoll[] = []): MissingChild[] {
  const all = rolls
    .flatMap(({ classId, day, half, contacts }) =>
      openOf(contacts).map(([childId, { no, name, since, dueAt }]) => ({
        ...{ childId, no, name, classId, day, half, since, dueAt },
      })),
    )
    .sort((a, b) => a.since - b.since)
  return all.filter(({ childId }, index) => all.findIndex((each) => each.childId === childId) === index)
}

/** By the clock, to the millisecond: whether the scheduler has run does not matter. */
export function dueClasses(rolls: readonly LookingRoll[] = [], now: Instant): TodayPrincipal['missing'] {
  return rolls
    .flatMap(({ classId, className, day, half, contacts }) => {
      const due = openOf(contacts).filter(([, contact]) => isDue(contact, now))
      if (due.length === 0) return []
      const since = Math.min(...due.map(([, contact]) => contact.since))
      return [{ classId, className, day, half, count: due.length, since }]
    })
    .sort((a, b) => a.since - b.since)
}

const openOf = (contacts: Record<string, KeptContact>) => Object.entries(contacts).filter(([, each]) => isOpen(each))
