// Decides whose a post is that somebody looks at: its school's leaders', or its class's head teacher's (G01).
import type { Identity } from '@class-pact/core/contract'
import type { Whose } from '../../common/call/handlers'
import { isForHead, notices, type NoticeDoc } from '../notice'

/** What is read of a post that is only looked at: all but the trail. */
export type SeenPost = Omit<NoticeDoc, 'trail' | 'audited' | 'trailOpen'>

export interface FoundPost {
  post: NoticeDoc
}
export interface FoundSeen {
  post: SeenPost
}

interface Named {
  noticeId: string
}

/** With its trail, which tells whether this call has been answered before. */
export async function findPost({ noticeId }: Named): Promise<Whose<FoundPost> | undefined> {
  const post = await notices.find(noticeId)
  if (!post) return undefined
  const may = ({ role, classId }: Identity) =>
    role !== 'head_teacher' || (isForHead(post) && post.classes.some((each) => each.classId === classId))
  return { found: { post }, place: { schoolId: post.schoolId }, may }
}

export async function findSeenPost({ noticeId }: Named): Promise<Whose<FoundSeen> | undefined> {
  const post = await notices.find<SeenPost>(noticeId, { trail: 0 })
  return post && { found: { post }, place: { schoolId: post.schoolId } }
}
