// Decides what is read of a draw: by its leaders with the counts, by a family its own line alone (H04, N16).
import type { Whose } from '../../common/call/handlers'
import type { Session } from '../../common/call/handlers'
import { ownChildren } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import { WORDS_SHOWN, lookUpBallots, type BallotsRow } from '../answers'
import type { DrawDoc } from './documents'
import { draws } from './store'

export interface FoundDraw {
  draw: DrawDoc
  counted: BallotsRow
}

export async function findDraw({
  schoolId,
  drawId,
}: {
  schoolId: string
  drawId: string
}): Promise<Whose<FoundDraw> | undefined> {
  const [row] = await draws.aggregate<DrawDoc & BallotsRow>([
    { $match: { _id: drawId, schoolId } },
    ...lookUpBallots({ noticeId: drawId }, WORDS_SHOWN),
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { boxSheets, boxSame, boxWords, ...draw } = row
  return { found: { draw, counted: { boxSheets, boxSame, boxWords } }, place: { schoolId: row.schoolId } }
}

/** What of a draw is one family's: the others stay in the cloud's store. */
export interface FoundSurvey extends Pick<DrawDoc, '_id' | 'schoolId' | 'title' | 'questions' | 'deadline' | 'voided'> {
  own: DrawDoc['drawn']
  given: DrawDoc['answered']
  schools: { name: string }[]
}

/** Of draws only the lines of these children, as `own` and `given`. */
export const ownLines = (childIds: readonly string[]): Stage[] => {
  const isOwn = { $gt: [{ $size: { $setIntersection: ['$$each.children', [...childIds]] } }, 0] }
  return [
    {
      $project: {
        ...{ schoolId: 1, title: 1, questions: 1, deadline: 1, voided: 1, answered: 1 },
        own: { $filter: { input: '$drawn', as: 'each', cond: isOwn } },
      },
    },
    {
      $addFields: {
        given: { $filter: { input: '$answered', as: 'each', cond: { $in: ['$$each.family', '$own.id'] } } },
      },
    },
    { $project: { answered: 0 } },
  ]
}

/** A family that was not drawn learns that there is a draw, and no more: it is refused, not hidden from. */
export async function findSurvey(
  { drawId, childId }: { drawId: string; childId: string },
  { person }: Session,
): Promise<Whose<FoundSurvey> | undefined> {
  const own = ownChildren(person).find((each) => each.childId === childId)
  if (!own) return undefined
  const [found] = await draws.aggregate<FoundSurvey>([
    { $match: { _id: drawId, schoolId: own.schoolId } },
    ...ownLines([childId]),
    {
      $lookup: {
        from: 'schools',
        pipeline: [{ $match: { _id: own.schoolId } }, { $project: { name: 1 } }],
        as: 'schools',
      },
    },
    { $limit: 1 },
  ])
  return found && { found, place: { schoolId: own.schoolId, childId } }
}
