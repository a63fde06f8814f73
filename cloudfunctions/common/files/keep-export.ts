// Decides how a document that a function wrote reaches the phone that asked: in its owner's folder, for a while.
import type { Visit } from '../call/handlers'
import { cloud } from '../cloud'
import { deriveId } from '../ids'
import { inTime } from '../wechat/in-time'
import { linkFiles } from '../wechat/files'
import { uploadFolder } from './places'
import { uploads } from './uploads'

/** The phone opens it at once; whoever keeps it has it in a chat then. */
const LIFE_MS = 3_600_000
const WRITE_MS = 15_000

/**
 * The address it opens at, for minutes; undefined: the storage did not answer. The same call writes the same file.
 * @param part tells files of one call apart
 */
export async function keepExport(
  fileContent: Buffer,
  { openid, requestId, now }: Visit,
  schoolId = '',
  part = 'export',
): Promise<string | undefined> {
  const cloudPath = `${uploadFolder(openid, 'roster', schoolId)}${deriveId(openid, requestId, part)}`
  // Named before it is there: what a crash leaves behind is swept like any upload.
  await uploads.insert([{ _id: cloudPath, openid, at: now, expiresAt: now + LIFE_MS }])
  try {
    const written = await inTime(Promise.resolve(cloud.uploadFile({ cloudPath, fileContent })), WRITE_MS)
    const { fileID } = written as { fileID: string }
    return (await linkFiles([fileID])).get(fileID)
  } catch {
    return undefined
  }
}
