// Decides what a notice itself tells the judge of its surroundings.
import type { NoticeDraft } from '@class-pact/core/contract'
import { groundsOf } from '@class-pact/core/notice'
import type { JudgeContext } from '@class-pact/core/judge'
import type { RosterEntry } from '../class'

/** What the draft itself tells about its surroundings. */
export function surroundingsOf(
  draft: NoticeDraft,
  roster: RosterEntry[],
): Pick<JudgeContext, 'roster' | 'toChild' | 'attachments' | 'feeBasis' | 'permissionNumber'> {
  const { audience, photos } = draft
  return {
    ...groundsOf(draft),
    roster,
    toChild: audience.to === 'child' ? roster.find(({ childId }) => childId === audience.childId)?.name : undefined,
    attachments: photos.map(() => 'photo'),
  }
}
