// Decides what of a term's feedback is counted: how many have answered, and what the term before was told (G14).
import type { FeedbackBefore, FeedbackSent, NoticeForm } from '@class-pact/core/contract'
import { countSame, countsOfSame } from '@class-pact/core/form'
import { isPast } from '@class-pact/core/notice'
import { BOUNDS } from '../../common/store/bounds'
import { latestFeedback, notices, type NoticeDoc } from '../notice'
import { COUNT_ENTRIES } from '../slip'
import { lookUpBallots, lookUpBoxes, sumBoxes, type BallotsRow, type BoxesRow } from './counting'
import { hides } from './result'

interface RepliesRow extends BoxesRow {
  lines: { asked: number; answered: number }[]
}

/** What leaders see of it while it goes round. */
export async function describeFeedback({ _id: noticeId, draft, state }: NoticeDoc): Promise<FeedbackSent> {
  const { title, deadline } = draft
  const isOut = state === 'published' || state === 'closed'
  const [row] = isOut ? await countReplies(noticeId) : []
  return {
    ...{ noticeId, title, isOut, ...(deadline !== undefined && { deadline }) },
    ...(row?.lines[0] ?? { asked: 0, answered: 0 }),
    sheets: row ? sumBoxes(row) : 0,
  }
}

const countReplies = (noticeId: string) =>
  notices.aggregate<RepliesRow>([
    { $match: { _id: noticeId } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          { $match: { noticeId } },
          { $limit: BOUNDS.classesOfSchool },
          ...COUNT_ENTRIES,
          { $group: { _id: null, asked: { $sum: '$counts.total' }, answered: { $sum: '$counts.signed' } } },
          { $project: { _id: 0, asked: 1, answered: 1 } },
        ],
        as: 'lines',
      },
    },
    lookUpBoxes(noticeId),
  ])

/** The same questions of the term before, where that result may be seen; nothing of what was written. */
export async function feedbackBefore(
  { schoolId, createdAt }: Pick<NoticeDoc, 'schoolId' | 'createdAt'>,
  form: NoticeForm,
  now: number,
): Promise<FeedbackBefore | undefined> {
  const earlier = await latestFeedback(schoolId, createdAt)
  if (!earlier?.draft.form || earlier.publishedAt === undefined) return undefined
  const { _id: noticeId, draft, publishedAt } = earlier
  const [row] = await notices.aggregate<BallotsRow>([
    { $match: { _id: noticeId } },
    { $project: { _id: 1 } },
    ...lookUpBallots({ noticeId }, 1),
  ])
  const sheets = row?.boxSheets[0]?.count ?? 0
  if (!row || hides(isPast(draft.deadline, now), sheets)) return undefined
  const counts = countSame(
    earlier.draft.form,
    row.boxSame.map(({ _id, times }) => ({ ..._id, times })),
  )
  return { at: publishedAt, sheets, questions: countsOfSame(form, earlier.draft.form, counts) }
}
