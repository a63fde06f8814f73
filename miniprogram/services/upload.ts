// Decides how files reach the cloud: chosen small, put where the cloud says, one failure told for all.
import type { UploadPurpose } from '@class-pact/core/contract'
import { call, uploadFile, type PhoneReply } from './cloud'

/** One photo before it is uploaded. */
export interface LocalPhoto {
  path: string
}
/** msgSecCheck's sister takes 10 MB (platform: media check). */
const PHOTO_BYTES_MAX = 10 * 1024 * 1024

export type PickedPhotos = { photos: LocalPhoto[]; tooLarge: number }

/** Lets the person choose photos. Closing the picker chooses none. */
export async function pickPhotos(count: number): Promise<PickedPhotos> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    const fitting = tempFiles.filter(({ size }) => size <= PHOTO_BYTES_MAX)
    return {
      photos: fitting.map(({ tempFilePath }) => ({ path: tempFilePath })),
      tooLarge: tempFiles.length - fitting.length,
    }
  } catch {
    return { photos: [], tooLarge: 0 }
  }
}

/** Uploads files side by side. All or an error. Returns file ids in order. */
export async function uploadAll(
  purpose: UploadPurpose,
  files: string[],
  schoolId?: string,
): Promise<PhoneReply<string[]>> {
  if (files.length === 0) return { ok: true, data: [] }
  const prepared = await call('upload.prepare', { purpose, count: files.length, ...(schoolId && { schoolId }) })
  if (!prepared.ok) return prepared
  const { paths } = prepared.data
  const replies = await Promise.all(files.map((file, index) => uploadFile(paths[index] ?? '', file)))
  const fileIds: string[] = []
  for (const reply of replies) {
    if (!reply.ok) return reply
    fileIds.push(reply.data)
  }
  return { ok: true, data: fileIds }
}
