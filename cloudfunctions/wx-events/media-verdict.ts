// Decides what a verdict on a photo changes: its own line, once; the scheduler then brings the notice on (C04).
import { readClock } from '../common/clock'
import type { NoticeDoc } from '../domains/notice'
import { notices } from '../domains/notice'
import { talks, type TalkDoc } from '../domains/talk'
import { slips, type SlipDoc } from '../domains/slip'

type PhotoVerdict = NoticeDoc['media'][number]
type LetterPhotos = { _id: string; letters: Pick<TalkDoc['letters'][number], 'media'>[] }
type AnswerPhotos = Pick<SlipDoc, '_id'> & { media: PhotoVerdict[] }

export interface MediaEvent {
  trace_id?: string
  errcode?: number
  result?: { suggest?: string }
}

/** The event may come before the notice with its trace id is stored: it is looked for again, milliseconds. */
const LOOKS_MS = [0, 300, 1_000, 3_000]

export async function settleMediaCheck({ trace_id: traceId, result }: MediaEvent): Promise<void> {
  if (!traceId) return
  const suggest = result?.suggest === 'pass' || result?.suggest === 'risky' ? result.suggest : 'review'
  const { notice, slip, talk } = await findByTrace(traceId)
  if (talk) return settleLetter(talk, traceId, suggest)
  if (slip) return settleAnswer(slip, traceId, suggest)
  const index = notice?.media.findIndex((each) => each.traceId === traceId) ?? -1
  if (!notice || index < 0) return
  await notices.update(
    { _id: notice._id, [`media.${index}.traceId`]: traceId, [`media.${index}.suggest`]: 'pending' },
    { $set: { [`media.${index}.suggest`]: suggest } },
  )
  // By itself: whatever a reviewer does to the notice at the same moment, the verdict is kept.
  await notices.update(
    { _id: notice._id, state: 'checking', 'duty.kind': 'media' },
    { $set: { 'duty.at': readClock() } },
  )
}

/** A photo of an answer shows to those who read it as soon as its verdict is in. */
async function settleAnswer({ _id, media }: AnswerPhotos, traceId: string, suggest: PhotoVerdict['suggest']) {
  const index = media.findIndex((each) => each.traceId === traceId)
  await slips.update(
    { _id, [`media.${index}.traceId`]: traceId, [`media.${index}.suggest`]: 'pending' },
    { $set: { [`media.${index}.suggest`]: suggest } },
  )
}

/** A letter goes on its way when all its photos are let pass: the scheduler looks at it at once. */
async function settleLetter({ _id, letters }: LetterPhotos, traceId: string, suggest: PhotoVerdict['suggest']) {
  const place = letters.findIndex(({ media }) => media.some((each) => each.traceId === traceId))
  const index = letters[place]?.media.findIndex((each) => each.traceId === traceId)
  const path = `letters.${place}.media.${index}`
  await talks.update(
    { _id, [`${path}.traceId`]: traceId, [`${path}.suggest`]: 'pending' },
    { $set: { [`${path}.suggest`]: suggest } },
  )
  // By itself, as with a notice: whatever somebody writes at the same moment, the verdict is kept.
  await talks.update({ _id, 'duty.kind': 'tell' }, { $set: { 'duty.at': readClock() } })
}

/** What hangs on a notice, on an answer to one, or on a letter. */
async function findByTrace(traceId: string): Promise<{ notice?: NoticeDoc; slip?: AnswerPhotos; talk?: LetterPhotos }> {
  const where = { 'media.traceId': traceId }
  for (const pause of LOOKS_MS) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    const [notice] = await notices.list<NoticeDoc>(where, { limit: 1, fields: { trail: 0 } })
    if (notice) return { notice }
    const [slip] = await slips.list<AnswerPhotos>(where, { limit: 1, fields: { media: 1 } })
    if (slip) return { slip }
    const [talk] = await talks.list<LetterPhotos>(
      { 'letters.media.traceId': traceId },
      { limit: 1, fields: { 'letters.media': 1 } },
    )
    if (talk) return { talk }
  }
  return {}
}
