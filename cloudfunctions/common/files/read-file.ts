// Decides how stored files are read: no further than allowed, however large they are.
import { cloud } from '../cloud'
import { inTime } from '../wechat/in-time'

const ANSWER_MS = 4_000
/** One file; a function lives 20 s and reads some side by side. */
const READ_MS = 8_000
/** The address is used at once, seconds. */
const ADDRESS_S = 120
/** WeChat's number for a file that does not exist (-503003). */
const NO_FILE = -503003

interface Address {
  tempFileURL?: string
  status?: number
}

/** Reads side by side, in the given order. @throws what the storage throws when it does not answer */
export async function readFiles(
  fileIds: readonly string[],
  bytesMax: number,
): Promise<(Buffer | 'missing' | 'too_large')[]> {
  if (fileIds.length === 0) return []
  const fileList = fileIds.map((fileID) => ({ fileID, maxAge: ADDRESS_S }))
  // The SDK's types know names only; the interface takes both (platform: getTempFileURL).
  const asked = cloud.getTempFileURL({ fileList: fileList as unknown as string[] })
  const answer = (await inTime(Promise.resolve(asked), ANSWER_MS)) as { fileList: Address[] }
  return Promise.all(answer.fileList.map((address) => readOne(address, bytesMax)))
}

async function readOne({ tempFileURL, status }: Address, bytesMax: number): Promise<Buffer | 'missing' | 'too_large'> {
  if (!tempFileURL) {
    if (status === NO_FILE) return 'missing'
    throw new Error('the storage gave no address')
  }
  const response = await fetch(tempFileURL, { signal: AbortSignal.timeout(READ_MS) })
  if (response.status === 404) return 'missing'
  if (!response.ok || !response.body) throw new Error(`the storage answered ${response.status}`)
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length
    // Leaving the loop ends the download.
    if (bytes > bytesMax) return 'too_large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}
