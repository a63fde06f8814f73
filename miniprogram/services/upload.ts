// Decides how files reach the cloud: chosen small, put where the cloud says, one failure told for all.
import { limits, type UploadPurpose } from '@class-pact/core/contract'
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

export interface LocalDocument {
  path: string
  name: string
  size: number
}
export interface PickedDocuments {
  documents: LocalDocument[]
  /** Names of those that are no PDF, or too large. */
  unfit: string[]
}

/** Lets the person choose PDFs from a chat: on a phone files lie there. Closing the picker chooses none. */
export async function pickDocuments(count: number): Promise<PickedDocuments> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count, type: 'file', extension: ['pdf'] })
    const fits = ({ name, size }: LocalDocument) => /\.pdf$/i.test(name) && size <= limits.DOCUMENT_BYTES_MAX
    return {
      documents: tempFiles.filter(fits).map(({ path, name, size }) => ({ path, name: fitName(name), size })),
      unfit: tempFiles.filter((file) => !fits(file)).map(({ name }) => name),
    }
  } catch {
    return { documents: [], unfit: [] }
  }
}

/** As a file may be called on every phone, and no longer than it is shown. */
function fitName(name: string): string {
  const stem = name
    .replace(/\.pdf$/i, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .trim()
  return `${stem.slice(0, limits.DOCUMENT_NAME_MAX - '.pdf'.length) || '文件'}.pdf`
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
