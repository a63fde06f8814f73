// Decides which files go and when: uploads a while after they were made, a person's uploads and proofs with the person.
import type { Instant } from '@class-pact/core/contract'
import { cloud } from '../cloud'
import { readClock } from '../clock'
import type { Where } from '../store/collection'
import type { LeaveDoc } from '../../domains/leave'
import { leaves } from '../../domains/leave'
import { uploads } from './uploads'
import { deleteFiles } from './delete-files'

const AT_ONCE = 50

/** What nobody has taken, and what could not be deleted when it was. */
export async function sweepUploads(until: Instant): Promise<void> {
  await removeUploads({ expiresAt: { $lte: readClock() } }, until)
}

/**
 * What the person has uploaded and what their leaves were proved with; signatures stay with their slips (M12).
 * The files go first and are named until they are gone: a broken call is finished by the next.
 */
export async function forgetFiles(openid: string): Promise<void> {
  await removeUploads({ openid }, Infinity)
  for (;;) {
    const proved = await leaves.list<Pick<LeaveDoc, '_id' | 'proof'>>(
      { 'applicant.openid': openid, 'proof.0': { $exists: true } },
      { limit: AT_ONCE, fields: { proof: 1 } },
    )
    if (proved.length === 0) return
    await deleteFiles(proved.flatMap(({ proof }) => proof))
    await leaves.update({ _id: { $in: proved.map(({ _id }) => _id) } }, { $set: { proof: [], files: [] } })
  }
}

async function removeUploads(where: Where, until: Instant): Promise<void> {
  let bucket = ''
  while (readClock() < until) {
    const found = await uploads.list<{ _id: string }>(where, { limit: AT_ONCE, fields: { _id: 1 } })
    if (found.length === 0) return
    bucket ||= await findBucket()
    const paths = found.map(({ _id }) => _id)
    await deleteFiles(paths.map((path) => `${bucket}${path}`))
    await uploads.remove({ _id: { $in: paths } })
  }
}

/** `cloud://<environment>.<bucket>/`: the SDK tells it only of a file that it writes. */
async function findBucket(): Promise<string> {
  const cloudPath = 'kept/bucket'
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from('-') })) as { fileID: string }
  return fileID.slice(0, -cloudPath.length)
}
