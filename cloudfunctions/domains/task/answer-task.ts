// Decides an answer to a task: one conditional update; of an answer given twice the first stands (N19).
import type { Input, Reply, ReplyMode, TaskAnswered } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import type { Checked, Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { markStaff } from '../office'
import { taskShown } from './board'
import { tasks } from './store'

type Given = Pick<Input<'task.answer'>, 'report' | 'typedName'>

/** What was brought answers one kind of question: words a report, a name a signature, nothing a confirmation. */
function answers({ report, typedName }: Given): ReplyMode {
  if (report !== undefined) return 'report'
  return typedName === undefined ? 'confirm' : 'sign'
}

export const answerTask: Handler<'task.answer'> = async (input, session) => {
  const { schoolId, noticeId, version, report, typedName } = input
  const { openid, now, identity, check } = session
  const at = `entries.${markStaff(schoolId, openid)}`
  const open = {
    ...{ _id: noticeId, schoolId, state: 'running', version, replyMode: answers(input) },
    [at]: { $exists: true },
    [`${at}.answeredAt`]: { $exists: false },
    ...(typedName !== undefined && { [`${at}.name`]: typedName }),
  }
  const given = {
    [`${at}.answeredAt`]: now,
    ...(report && { [`${at}.report`]: report }),
    ...(report && doubtOf(check) && { [`${at}.doubted`]: true }),
    ...(typedName !== undefined && { [`${at}.typedName`]: typedName }),
    updatedAt: now,
  }
  const act = noteAct(session, identity.role, 'task.answer')
  const changed = await tasks.update({ ...open, ...unlessDone(session) }, withTrail({ $set: given }, act))
  return changed ? succeed({ answeredAt: now, first: true }) : explain(input, session)
}

/** Why nothing was there to answer. */
async function explain(
  input: Input<'task.answer'>,
  session: Session & InPlace & Checked,
): Promise<Reply<TaskAnswered>> {
  const task = await tasks.find(input.noticeId)
  const entry = task?.entries[markStaff(input.schoolId, session.openid)]
  if (!task || !entry || task.schoolId !== input.schoolId) return refuse('FORBIDDEN')
  const been = findCall(task.trail, session)
  if (been === 'other') return refuseReused()
  if (entry.answeredAt !== undefined) return succeed({ answeredAt: entry.answeredAt, first: been === 'repeat' })
  if (task.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: taskShown(task) } })
  if (task.version !== input.version) return refuse('NOTICE_CHANGED')
  if (!wantsReply(task.replyMode)) return refuse('REPLY_NOT_WANTED', { rule: 'N05' })
  if (task.replyMode !== answers(input)) {
    const isSigned = task.replyMode === 'sign'
    return isSigned ? refuse('SIGNATURE_NEEDED', { rule: 'N08' }) : refuse('INPUT_INVALID', { field: 'report' })
  }
  if (input.typedName !== undefined && entry.name !== input.typedName) {
    return refuse('SIGNATURE_NAME', { rule: 'N08', field: 'typedName' })
  }
  return refuse('TRY_AGAIN')
}
