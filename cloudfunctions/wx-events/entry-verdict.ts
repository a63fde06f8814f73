// Decides what a verdict on a photo of a register's entry changes: its own line, once (C04).
import type { PhotoVerdict } from '../common/wechat/media-check'
import { entries } from '../domains/entry'

export interface EntryPhotos {
  _id: string
  media: PhotoVerdict[]
}

export async function findEntryByTrace(traceId: string): Promise<EntryPhotos | undefined> {
  const [entry] = await entries.list<EntryPhotos>({ 'media.traceId': traceId }, { limit: 1, fields: { media: 1 } })
  return entry
}

/** A photo of an entry shows to those who read it as soon as its verdict is in. */
export async function settleEntryPhoto(
  { _id, media }: EntryPhotos,
  traceId: string,
  suggest: PhotoVerdict['suggest'],
): Promise<void> {
  const path = `media.${media.findIndex((each) => each.traceId === traceId)}`
  await entries.update(
    { _id, [`${path}.traceId`]: traceId, [`${path}.suggest`]: 'pending' },
    { $set: { [`${path}.suggest`]: suggest } },
  )
}
