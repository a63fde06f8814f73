// Decides which held posts a leader, or a class's head teacher, finds to look at: the principal's first (G01, C04).
import type { ReviewItem } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { lookUpList, readList, type List } from '../../common/store/pages'
import { fieldsOf } from '@class-pact/core/notice'
import { linkFiles } from '../../common/wechat/files'
import { describeDocuments, heldForHead, heldOf, type NoticeDoc } from '../notice'
import { people } from '../person'
import { isOnlyLeader, type SchoolDoc } from '../school'

export const list: Handler<'review.list'> = async ({ schoolId, classId, after }, { openid, identity }) => {
  const isHead = identity.role === 'head_teacher'
  // A head teacher says of which class; the whole school's is the leaders'.
  if (isHead && !classId) return refuse('FORBIDDEN')
  const list: List = { parts: isHead && classId ? [heldForHead(schoolId, classId)] : heldOf(schoolId) }
  const [row] = await people.aggregate<{ schools: SchoolDoc[] }>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    ...lookUpList('held', list, after),
    {
      $lookup: {
        from: 'schools',
        pipeline: [{ $match: { _id: schoolId } }, { $project: { principals: 1, office: 1 } }],
        as: 'schools',
      },
    },
  ])
  const { rows: held, total, next } = readList<NoticeDoc>(row, 'held', list)
  const [school] = row?.schools ?? []
  const links = await linkFiles(
    held.flatMap(({ draft }) => [...draft.photos, ...(draft.documents ?? []).map(({ fileId }) => fileId)]),
  )
  return succeed({
    items: held.map((notice): ReviewItem => ({
      noticeId: notice._id,
      classIds: notice.classes.map(({ classId }) => classId),
      classNames: notice.classes.map(({ name }) => name),
      author: notice.author.card,
      kind: notice.draft.kind,
      title: notice.draft.title,
      body: notice.draft.body,
      photos: notice.draft.photos.map((fileId) => ({
        ...{ fileId, url: links.get(fileId) ?? '' },
        suggest: notice.media.find((each) => each.fileId === fileId)?.suggest ?? 'review',
      })),
      fields: fieldsOf(notice.draft),
      event: notice.draft.event,
      ...(notice.awaits && { awaits: notice.awaits }),
      ...(notice.asksReview && { asksReview: notice.asksReview }),
      ...describeDocuments(notice, links),
      reasons: notice.reasons,
      check: { suggest: notice.check.suggest, label: notice.check.label },
      heldAt: notice.heldAt ?? notice.createdAt,
      isMine: notice.author.openid === openid,
      kept: notice.kept !== undefined,
    })),
    isOnlyLeader: isLeader(identity) && school !== undefined && isOnlyLeader(school, openid),
    ...{ total, next },
  })
}
