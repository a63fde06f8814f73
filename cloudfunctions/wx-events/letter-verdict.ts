// Decides what a verdict on a letter's photo changes: its own line, once; the clock then brings the letter on (C04).
import { readClock } from '../common/clock'
import type { PhotoVerdict } from '../common/wechat/media-check'
import { talks, type TalkDoc } from '../domains/talk'

export interface LetterPhotos {
  _id: string
  letters: Pick<TalkDoc['letters'][number], 'media'>[]
}

export async function findLetter(traceId: string): Promise<LetterPhotos | undefined> {
  const where = { 'letters.media.traceId': traceId }
  const [found] = await talks.list<LetterPhotos>(where, { limit: 1, fields: { 'letters.media': 1 } })
  return found
}

/** It goes on its way when all its photos are let pass: the scheduler looks at it at once. */
export async function settleLetter(
  { _id, letters }: LetterPhotos,
  traceId: string,
  suggest: PhotoVerdict['suggest'],
): Promise<void> {
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
