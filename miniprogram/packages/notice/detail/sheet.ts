// Decides how a filled-in form is kept on this phone, and how it is handed in: files first, then one call (N04, N20).
import type { Input, NoticeDetail } from '@class-pact/core/contract'
import { toAnswers, toFilled, type FilledAnswer } from '../../../components/form-fill/fill'
import { uploadFilled } from '../../../components/form-fill/files'
import { call, createSender, type PhoneReply } from '../../../services/cloud'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'

/** 256 bits: nobody draws the same, and nobody finds what was drawn (docs/adr/0020). */
const BALLOT_BYTES = 32
const REQUEST_BYTES = 16

interface Kept {
  filled: FilledAnswer[]
  /** An anonymous sheet that may have arrived: the same call is repeated, also after the phone was closed. */
  cast?: { input: Input<'slip.answer'>; requestId: string }
}

const draftOf = ({ noticeId, version }: NoticeDetail, childId: string) => `form:${noticeId}:${version}:${childId}`

/** What was being written here, else what was handed in. */
export function openSheet(notice: NoticeDetail, childId: string): FilledAnswer[] {
  if (notice.replyMode !== 'form') return []
  const kept = readDraft<Kept>(draftOf(notice, childId))
  if (kept) return kept.filled
  const { sheet = [], files = [] } = notice.mine.find((each) => each.childId === childId)?.answers ?? {}
  return toFilled(sheet, (fileId) => files.find((file) => file.fileId === fileId)?.url ?? fileId)
}

export function keepSheet(notice: NoticeDetail, childId: string, filled: FilledAnswer[]): void {
  saveDraft(draftOf(notice, childId), { filled } satisfies Kept)
}

const answer = createSender('slip.answer')

export async function handIn(
  notice: NoticeDetail,
  childId: string,
  filled: readonly FilledAnswer[],
): Promise<PhoneReply<unknown>> {
  const { noticeId, classId, version, form } = notice
  if (!form) return { ok: false, error: { code: 'TRY_AGAIN' } }
  const uploaded = await uploadFilled(form, filled)
  if (!uploaded.ok) return uploaded
  const seen = notice.mine.find((each) => each.childId === childId)?.signedAt
  const input: Input<'slip.answer'> = {
    ...{ noticeId, classId, childId, version, form, answers: toAnswers(form, uploaded.data) },
    ...(seen !== undefined && !form.anonymous && { seen }),
  }
  const reply = await (form.anonymous ? cast(notice, childId, filled, input) : answer(input))
  if (reply.ok) dropDraft(draftOf(notice, childId))
  return reply
}

/** The number is drawn once a sheet; who repeats the call after an answer was lost repeats all of it. */
async function cast(
  notice: NoticeDetail,
  childId: string,
  filled: readonly FilledAnswer[],
  said: Input<'slip.answer'>,
): Promise<PhoneReply<unknown>> {
  const key = draftOf(notice, childId)
  const { cast: before } = readDraft<Kept>(key) ?? {}
  const { ballot: _, ...earlier } = before?.input ?? {}
  const isSame = before !== undefined && JSON.stringify(earlier) === JSON.stringify(said)
  const now = isSame
    ? before
    : { input: { ...said, ballot: await draw(BALLOT_BYTES) }, requestId: await draw(REQUEST_BYTES) }
  saveDraft(key, { filled: [...filled], cast: now } satisfies Kept)
  return call('slip.answer', now.input, now.requestId)
}

async function draw(length: number): Promise<string> {
  const { randomValues } = await wx.getRandomValues({ length })
  return Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
