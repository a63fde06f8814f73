// Decides where what is written to a family or a teacher is kept until it was sent: one draft a thread.
import type { TalkAbout } from '@class-pact/core/contract'
import { saveDraft } from '../../services/drafts'

/** Photos lie in the phone's temporary files: only words are kept. */
export interface LetterDraft {
  words: string
  matter?: string
}

export const threadDraftKey = (talkId: string) => `talk:${talkId}`
/** @param place a family's child, or a teacher's class */
export const newDraftKey = (place: string, about: TalkAbout) => `talk-new:${place}:${about}`

/** What was written elsewhere goes on as a letter: about that child, to that child's family (C24, G17). */
export function keepForTalk(classId: string, draft: LetterDraft): void {
  saveDraft(newDraftKey(classId, 'matter'), draft)
}
