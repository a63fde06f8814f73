// Decides what one of the staff sees of a notice to them: the letter, and their own answer alone (N19).
import type { TaskDetail } from '@class-pact/core/contract'
import { layOut, settleReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { linkFiles } from '../../common/wechat/files'
import { markStaff } from '../office'
import { isLate, taskShown } from './board'
import type { TaskEntry } from './documents'
import type { FoundTask } from './find-task'

export const readTask: Handler<'task.read', FoundTask> = async ({ schoolId, noticeId }, session) => {
  const { openid, identity, found } = session
  const { notice, task } = found
  const isAuthor = notice.author.openid === openid
  // A withdrawn one is only a line saying so; its author still sees what it was.
  const hidden = notice.state === 'withdrawn' && !isAuthor
  const photos = hidden ? [] : notice.draft.photos
  const links = await linkFiles(photos)
  const at = notice.publishedAt ?? notice.createdAt
  const { draft, issuer } = notice
  const letter = layOut({ title: draft.title, body: hidden ? '' : draft.body, issuer, staff: true, at })
  const mine = task?.entries[markStaff(schoolId, openid)]
  return succeed({
    ...{ noticeId, schoolId, schoolName: notice.schoolName, source: notice.source, kind: draft.kind },
    state: task && notice.state === 'published' ? taskShown(task) : notice.state,
    version: notice.version,
    ...{
      title: letter.title,
      salutation: letter.salutation,
      body: letter.paragraphs.join('\n'),
      issuer: letter.issuer,
    },
    ...{ publishedAt: notice.publishedAt, releaseAt: notice.releaseAt },
    photos: photos.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    replyMode: settleReply(draft).replyMode,
    deadline: draft.deadline,
    event: draft.event,
    ...(mine && { mine: describeMine(mine, draft.deadline) }),
    ...(task && isLeader(identity) && { hasBoard: true as const }),
    ...(isAuthor && { reasons: notice.reasons }),
  })
}

function describeMine(entry: TaskEntry, deadline: number | undefined): TaskDetail['mine'] {
  const { readAt, answeredAt, report, typedName } = entry
  return { readAt, answeredAt, late: isLate(deadline, answeredAt), report, typedName }
}
