// Decides what a verdict on a photo changes: its own line, once; the scheduler then brings the notice on (C04).
import { readClock } from '../common/clock'
import type { NoticeDoc } from '../domains/notice'
import { notices } from '../domains/notice'
import { slips, type SlipDoc } from '../domains/slip'
import { findAlbumByTrace, settleAlbumPhoto, type AlbumPhotos } from './album-verdict'
import { findEntryByTrace, settleEntryPhoto, type EntryPhotos } from './entry-verdict'
import { findLetter, settleLetter, type LetterPhotos } from './letter-verdict'

type PhotoVerdict = NoticeDoc['media'][number]
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
  const { notice, slip, talk, album, entry } = await findByTrace(traceId)
  if (talk) return settleLetter(talk, traceId, suggest)
  if (album) return settleAlbumPhoto(album, traceId, suggest)
  if (entry) return settleEntryPhoto(entry, traceId, suggest)
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

interface Found {
  notice?: NoticeDoc
  slip?: AnswerPhotos
  talk?: LetterPhotos
  album?: AlbumPhotos
  entry?: EntryPhotos
}

/** What hangs on a notice, on an answer to one, on a letter, in an album, or in an entry. */
async function findByTrace(traceId: string): Promise<Found> {
  const where = { 'media.traceId': traceId }
  for (const pause of LOOKS_MS) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    const [notice] = await notices.list<NoticeDoc>(where, { limit: 1, fields: { trail: 0 } })
    if (notice) return { notice }
    const [slip] = await slips.list<AnswerPhotos>(where, { limit: 1, fields: { media: 1 } })
    if (slip) return { slip }
    const talk = await findLetter(traceId)
    if (talk) return { talk }
    const album = await findAlbumByTrace(traceId)
    if (album) return { album }
    const entry = await findEntryByTrace(traceId)
    if (entry) return { entry }
  }
  return {}
}
