// Decides how stored files become addresses a phone or WeChat can open for a while.
import { cloud } from '../cloud'
import { inTime } from './in-time'

const ANSWER_MS = 4_000
/** Addresses of one call (platform: getTempFileURL, at most 50 files). */
const ADDRESSES_AT_ONCE = 50
/** An address is opened by the page that asked for it, and then no more, seconds. */
const OPEN_S = 600

/**
 * Addresses by file id; a file that is gone or cannot be named now is left out: the page shows without it.
 * @param seconds how long they open; whoever has one needs nothing else, so it is not given for long
 */
export async function linkFiles(fileIds: readonly string[], seconds: number = OPEN_S): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)]
  const parts = Array.from({ length: Math.ceil(wanted.length / ADDRESSES_AT_ONCE) }, (_, part) =>
    wanted.slice(part * ADDRESSES_AT_ONCE, (part + 1) * ADDRESSES_AT_ONCE),
  )
  return new Map((await Promise.all(parts.map((part) => linkSome(part, seconds)))).flat())
}

async function linkSome(fileIds: string[], maxAge: number): Promise<[string, string][]> {
  try {
    // The SDK's types know names only; the interface takes both (platform: getTempFileURL).
    const fileList = fileIds.map((fileID) => ({ fileID, maxAge })) as unknown as string[]
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
