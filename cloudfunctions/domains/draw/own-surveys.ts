// Decides which draws wait for a family on its own page: those that drew it, until it has answered (H04).
import type { Instant, TodayGuardian } from '@class-pact/core/contract'
import type { OwnChild } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import { ownLines, type FoundSurvey } from './find-draw'

/** One a school of these children. */
const SURVEYS = 5

export interface SurveysRow {
  surveys?: Pick<FoundSurvey, '_id' | 'title' | 'deadline' | 'own' | 'given'>[]
}

/** Brought along with the family's day. */
export function lookUpSurveys(children: readonly OwnChild[], now: Instant): Stage {
  const schoolIds = [...new Set(children.map(({ schoolId }) => schoolId))]
  const childIds = children.map(({ childId }) => childId)
  return {
    $lookup: {
      from: 'draws',
      pipeline: [
        {
          $match: {
            schoolId: { $in: schoolIds },
            deadline: { $gte: now },
            voided: { $exists: false },
            children: { $in: childIds },
          },
        },
        { $limit: SURVEYS },
        ...ownLines(childIds),
      ],
      as: 'surveys',
    },
  }
}

/** One a family: that of the first child that is the reader's. */
export function readSurveys(
  { surveys = [] }: SurveysRow = {},
  children: readonly OwnChild[],
): Pick<TodayGuardian, 'surveys'> {
  const waiting = surveys.flatMap(({ _id: drawId, title, deadline, own, given }) => {
    const open = own.filter(({ id }) => !given.some(({ family }) => family === id))
    const child = children.find(({ childId }) => open.some((family) => family.children.includes(childId)))
    return child ? [{ drawId, title, deadline, childId: child.childId }] : []
  })
  return waiting.length > 0 ? { surveys: waiting } : {}
}
