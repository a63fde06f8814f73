// Decides how a notice looks to the pact: the same when it is published and when a new version is tried on it.
import type { NoticeDraft, Role } from '@class-pact/core/contract'
import type { JudgeContext, Post } from '@class-pact/core/judge'
import type { RosterEntry } from '../class'

export function asPost(draft: NoticeDraft, role: Role): Post {
  const { title, body, kind, audience, replyMode, photos, urgent, event } = draft
  return {
    role,
    kind: 'notice',
    title,
    body,
    noticeKind: kind,
    audience: audience.to === 'classes' ? 'class' : audience.to,
    replyMode,
    photos: photos.length,
    urgent,
    event,
  }
}

/** What the draft itself tells about its surroundings. */
export function surroundingsOf(
  { audience, photos }: NoticeDraft,
  roster: RosterEntry[],
): Pick<JudgeContext, 'roster' | 'toChild' | 'attachments'> {
  return {
    roster,
    toChild: audience.to === 'child' ? roster.find(({ childId }) => childId === audience.childId)?.name : undefined,
    attachments: photos.map(() => 'photo'),
  }
}
