// Decides who may correct a notice that is out, and who may take it back or stop a colleague’s (N11, G18, G20).
import type { Identity, NoticeDetail } from '@class-pact/core/contract'
import { canWithdraw } from '@class-pact/core/notice'
import type { NoticeDoc } from './documents'
import { isLeader } from './speaker'

type Post = Pick<NoticeDoc, 'author' | 'audience' | 'source' | 'state' | 'amends' | 'classes' | 'publishedAt'>

interface Who {
  openid: string
  identity: Pick<Identity, 'role' | 'classId'>
  classId: string
}

/**
 * The leaders correct only what the school says: a teacher's words stay the teacher's. What the staff was asked stays as it
 * was: who has answered answered to those words (N19).
 */
export function mayAmend({ author, audience, source }: Post, { openid, identity }: Who): boolean {
  if (audience.to === 'staff') return false
  if (author.openid === openid) return true
  return isLeader(identity.role) && source !== 'class' && audience.to !== 'child'
}

/** A private notice is its author's alone (C24). A head teacher stops what a colleague has sent to the own class, no leader's. */
export function mayWithdraw(post: Post, { openid, identity, classId }: Who): boolean {
  const { author, audience } = post
  if (author.openid === openid) return true
  if (audience.to === 'child') return false
  return isLeader(identity.role) || stops(post, { openid, identity, classId })
}

/** Whether taking it back is stopping a colleague's (G20). */
export function stops({ author, audience, source, classes, publishedAt }: Post, { openid, identity }: Who): boolean {
  const isOfTheClass = classes.some(({ classId }) => classId === identity.classId)
  const isColleagues = author.openid !== openid && source === 'class' && audience.to !== 'child'
  return identity.role === 'head_teacher' && isOfTheClass && isColleagues && publishedAt !== undefined
}

/** What the page of a notice offers. */
export function mayChange(post: Post, who: Who): Pick<NoticeDetail, 'canAmend' | 'canWithdraw'> {
  if (who.identity.role === 'guardian') return {}
  return {
    ...(post.state === 'published' && !post.amends && mayAmend(post, who) && { canAmend: true }),
    ...(canWithdraw(post.state) && mayWithdraw(post, who) && { canWithdraw: true }),
  }
}
