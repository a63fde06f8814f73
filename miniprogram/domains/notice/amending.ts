// Decides how somebody begins to correct a notice: with its words, or with the correction left unfinished (N11).
import type { NoticeDetail } from '@class-pact/core/contract'
import { readDraft, saveDraft } from '../../services/drafts'
import { amendKeyOf, reopenForm, type Form } from './draft'

/** Keeps the form that the page of writing opens with; undefined: whoever looks may not correct it. */
export function keepAmending(notice: NoticeDetail, words?: Pick<Form, 'title' | 'body' | 'event'>): string | undefined {
  const { noticeId, version, draft, counts, canAmend } = notice
  if (!canAmend || !draft) return undefined
  const key = amendKeyOf(noticeId)
  const kept = readDraft<Form>(key)
  // What was begun on these words goes on, unless other words are brought along.
  if (!words && kept?.amends?.version === version) return noticeId
  const { title, body, deadline, event } = draft
  const { mends: _, ...form } = reopenForm(noticeId, draft, notice)
  const before = { title, body, deadline, event }
  const amends = { noticeId, version, before, signed: counts?.signed ?? 0, asksAgain: false, note: '' }
  saveDraft(key, { ...form, ...words, amends })
  return noticeId
}
