// Decides how files are deleted: a file that is gone already is deleted too, any other failure is one.
import { cloud } from '../cloud'
import { inTime } from '../wechat/in-time'

const ANSWER_MS = 5_000
/** Files of one call (platform: deleteFile). */
const DELETED_AT_ONCE = 50
/** WeChat's numbers: done, and does not exist. */
const GONE = [0, -503003]

/** @throws when the storage does not say of every file that it is gone */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += DELETED_AT_ONCE) {
    const fileList = fileIds.slice(from, from + DELETED_AT_ONCE)
    const answer = await inTime(Promise.resolve(cloud.deleteFile({ fileList })), ANSWER_MS)
    const { fileList: deleted } = answer as { fileList: { status: number }[] }
    if (!deleted.every(({ status }) => GONE.includes(status))) throw new Error('the storage kept a file')
  }
}
