// Decides how a published notice reaches the staff: one task, opened once, for who was addressed then (N19, G18).
import type { Instant } from '@class-pact/core/contract'
import { addressedOf, reminderTime, settleReply } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import { startTrail } from '../../common/store/trail'
import type { AudienceFacts, NoticeDoc } from '../notice'
import type { Colleague } from '../office'
import type { TaskDoc } from './documents'
import { tasks } from './store'

type Published = NoticeDoc & { publishedAt: Instant }

/** Whom a notice to the staff addresses: never its author, who knows. */
export function colleaguesOf(
  { audience, author }: Pick<NoticeDoc, 'audience' | 'author'>,
  { staff = [] }: Pick<AudienceFacts, 'staff'>,
): Colleague[] {
  if (audience.to !== 'staff') return []
  return addressedOf(staff, audience.whom).filter(({ openid }) => openid !== author.openid)
}

/** Undefined: the notice goes to families. */
export function planTask(notice: Published, facts: AudienceFacts): TaskDoc | undefined {
  const { draft, publishedAt, author, audience } = notice
  if (audience.to !== 'staff') return undefined
  const { replyMode, important } = settleReply(draft)
  const remindAt = reminderTime({ replyMode, deadline: draft.deadline, publishedAt }, (at) =>
    nextOpening(at, author.role, facts.pact, facts.school.calendar),
  )
  return {
    _id: notice._id,
    schoolId: notice.schoolId,
    authorOpenid: author.openid,
    sender: author.card,
    source: notice.source,
    kind: draft.kind,
    title: draft.title,
    ...{ replyMode, important },
    deadline: draft.deadline,
    publishedAt,
    version: notice.version,
    state: 'running',
    entries: Object.fromEntries(
      colleaguesOf(notice, facts).map(({ mark, openid, name, card }) => [mark, { openid, name, card }]),
    ),
    ...(remindAt !== undefined && { duty: { kind: 'remind', at: remindAt, lease: 0, tries: 0 } }),
    updatedAt: publishedAt,
    ...startTrail({ id: notice._id, at: publishedAt, by: author.openid, role: author.role, action: 'task.open' }),
  }
}

/** Opened once: whoever has come to the school since is not added. */
export async function openTask(planned: TaskDoc | undefined): Promise<void> {
  if (planned) await tasks.insert(planned)
}

/** Nobody is asked any more; what was answered stays on record. A repeat finds none running. */
export async function withdrawTask(noticeId: string, now: Instant): Promise<void> {
  await tasks.update(
    { _id: noticeId, state: 'running' },
    { $set: { state: 'withdrawn', updatedAt: now }, $unset: { duty: '' } },
  )
}
