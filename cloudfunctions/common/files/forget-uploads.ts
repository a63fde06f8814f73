// Decides which uploads go and when: a while after they were made, or with the person who made them.
import type { Instant } from '@class-pact/core/contract'
import { cloud } from '../cloud'
import { readClock } from '../clock'
import type { Where } from '../store/collection'
import { notePath, sweepCopies } from './copies'
import { deleteFiles } from './delete-files'
import { uploads } from './uploads'

const AT_ONCE = 50
/** What may be under way is looked at again after that, milliseconds. */
const LATER_MS = 120_000

/** What nobody has taken, what could not be deleted when it was, and copies of it that no document came to name. */
export async function sweepUploads(until: Instant): Promise<void> {
  await removeUploads({ expiresAt: { $lte: readClock() } }, until)
}

/** What the person has uploaded and nobody has taken: files first, which are named until they are gone (M12). */
export async function forgetUploads(openid: string): Promise<void> {
  await removeUploads({ openid }, Infinity)
}

async function removeUploads(where: Where, until: Instant): Promise<void> {
  let bucket = ''
  while (readClock() < until) {
    const found = await uploads.list<{ _id: string }>(where, { limit: AT_ONCE, fields: { _id: 1 } })
    if (found.length === 0) return
    bucket ||= await findBucket()
    const all = found.map(({ _id }) => _id)
    const young = await sweepCopies(all, bucket)
    if (young.length > 0) {
      await uploads.update({ _id: { $in: young } }, { $set: { expiresAt: readClock() + LATER_MS } })
    }
    if (young.length === all.length) return
    const paths = all.filter((path) => !young.includes(path))
    await deleteFiles(paths.flatMap((path) => [`${bucket}${path}`, `${bucket}${notePath(path)}`]))
    await uploads.remove({ _id: { $in: paths } })
  }
}

/** `cloud://<environment>.<bucket>/`: the SDK tells it only of a file that it writes. */
async function findBucket(): Promise<string> {
  const cloudPath = 'kept/bucket'
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from('-') })) as { fileID: string }
  return fileID.slice(0, -cloudPath.length)
}
