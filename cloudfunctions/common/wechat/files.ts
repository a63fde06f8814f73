// Decides how stored files become addresses a phone or WeChat can open for a while.
import { cloud } from '../cloud'
import { inTime } from './in-time'

const ANSWER_MS = 4_000

/** Where a phone puts what belongs to a notice, a signature, a leave, a school's rosters. */
export type Folder = 'notices' | 'signatures' | 'proofs' | `rosters/${string}`

/** A file is taken only from its own folder: nobody reads a roster or another's proof by naming it as a photo of theirs. */
export function liesIn(folder: Folder, fileId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  return path.startsWith(`${folder}/`) && !path.includes('..')
}

/** Addresses by file id, in one call; a file that is gone or cannot be named now is left out: the page shows without it. */
export async function linkFiles(fileIds: readonly string[]): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  if (fileIds.length === 0) return links
  try {
    const answer = await inTime(Promise.resolve(cloud.getTempFileURL({ fileList: [...new Set(fileIds)] })), ANSWER_MS)
    for (const file of answer?.fileList ?? []) if (file.tempFileURL) links.set(file.fileID, file.tempFileURL)
  } catch {
    return links
  }
  return links
}

/** The files with their addresses, in the given order. */
export async function showFiles(fileIds: readonly string[]): Promise<{ fileId: string; url: string }[]> {
  const links = await linkFiles(fileIds)
  return fileIds.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' }))
}
