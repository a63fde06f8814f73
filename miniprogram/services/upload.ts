// Decides how photos and signatures reach the cloud: chosen small, named at random, one failure told for all.
import { newRequestId, uploadFile, type PhoneReply } from './cloud'

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

/** Uploads files side by side into one folder. All or an error. Returns file ids in order. */
export async function uploadAll(folder: string, paths: string[]): Promise<PhoneReply<string[]>> {
  const replies = await Promise.all(
    paths.map(async (path) => uploadFile(`${folder}/${await newRequestId()}${extensionOf(path)}`, path)),
  )
  const fileIds: string[] = []
  for (const reply of replies) {
    if (!reply.ok) return reply
    fileIds.push(reply.data)
  }
  return { ok: true, data: fileIds }
}

function extensionOf(path: string): string {
  return /\.[a-zA-Z0-9]+$/.exec(path)?.[0].toLowerCase() ?? '.jpg'
}
