// Decides which notice asks a school's families about a term, and that there is one a term (G14).
import { beijingDay, instantOf, termAround } from '@class-pact/core/calendar'
import type { Instant, NoticeDraft } from '@class-pact/core/contract'
import { refuse, type Refusal } from '../../common/call/results'
import type { SchoolDoc } from '../school'
import type { NoticeDoc } from './documents'
import { notices } from './notices'

/** What went back to its author, or was taken back, asks nobody. */
const STANDS = { $in: ['checking', 'held', 'queued', 'published', 'closed'] }

/** @param before created earlier than then; absent: the latest */
export async function latestFeedback(schoolId: string, before?: Instant): Promise<NoticeDoc | undefined> {
  const [found] = await notices.list(
    {
      ...{ schoolId, 'draft.feedback': true, state: STANDS, amends: { $exists: false } },
      ...(before !== undefined && { createdAt: { $lt: before } }),
    },
    { limit: 1, order: [['createdAt', 'desc']] },
  )
  return found
}

/** Two leaders who send in the very same moment are not seen by one another; an inspection shows the later one. */
export async function refuseSecondFeedback(
  { feedback }: Pick<NoticeDraft, 'feedback'>,
  noticeId: string,
  { _id: schoolId, calendar }: Pick<SchoolDoc, '_id' | 'calendar'>,
  now: Instant,
): Promise<Refusal | undefined> {
  if (!feedback) return undefined
  const term = termAround(beijingDay(now), calendar)
  const sent = term && (await latestFeedback(schoolId))
  if (!sent || sent._id === noticeId || sent.createdAt < instantOf(term.from, '00:00')) return undefined
  return refuse('FEEDBACK_SENT', { rule: 'G14', facts: { title: sent.draft.title } })
}
