// Decides how stored files become addresses a phone or WeChat can open for a while.
import { cloud } from '../cloud'
import { inTime } from './in-time'

const ANSWER_MS = 4_000
/** Addresses of one call (platform: getTempFileURL, at most 50 files). */
const ADDRESSES_AT_ONCE = 50

/** Where a phone puts what belongs to a notice, a signature, a leave, a school's rosters. */
export type Folder = 'notices' | 'signatures' | 'proofs' | `rosters/${string}`

/** A file is taken only from its own folder: nobody reads a roster or another's proof by naming it as a photo of theirs. */
export function liesIn(folder: Folder, fileId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  return path.startsWith(`${folder}/`) && !path.includes('..')
}

/** Addresses by file id; a file that is gone or cannot be named now is left out: the page shows without it. */
export async function linkFiles(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)]
  const parts = Array.from({ length: Math.ceil(wanted.length / ADDRESSES_AT_ONCE) }, (_, part) =>
    wanted.slice(part * ADDRESSES_AT_ONCE, (part + 1) * ADDRESSES_AT_ONCE),
  )
  return new Map((await Promise.all(parts.map(linkSome))).flat())
}

async function linkSome(fileList: string[]): Promise<[string, string][]> {
  try {
    const answer = await inTime(Promise.resolve(cloud.getTempFileURL({ fileList })), ANSWER_MS)
    return (answer?.fileList ?? []).flatMap(({ fileID, tempFileURL }): [string, string][] =>
      tempFileURL ? [[fileID, tempFileURL]] : [],
    )
  } catch {
    return []
  }
}

/** The files with their addresses, in the given order. */
export async function showFiles(fileIds: readonly string[]): Promise<{ fileId: string; url: string }[]> {
  const links = await linkFiles(fileIds)
  return fileIds.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' }))
}
