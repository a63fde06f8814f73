// Decides who of the staff gets a WeChat message of a task: the addressed who have a credit, once each.
import type { AudienceFacts } from '../notice'
import type { Recipient } from '../reminder'
import { taskMessage } from '../../common/wechat/messages'
import type { TaskDoc } from './documents'

export function taskRecipients(
  task: TaskDoc,
  marks: readonly string[],
  { credited }: Pick<AudienceFacts, 'credited'>,
): Recipient[] {
  const message = taskMessage({ ...task, noticeId: task._id })
  return marks.flatMap((mark) => {
    const openid = task.entries[mark]?.openid
    return openid !== undefined && credited.has(openid) ? [{ openid, message }] : []
  })
}
