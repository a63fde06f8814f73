// Decides what the clock does for schools: after a day of a stop its leaders are asked whether to resume.
import { STOP_ASKS_AFTER_MS } from '@class-pact/core/notice'
import type { Steps } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import { todoMessage } from '../../common/wechat/messages'
import { pushAll } from '../reminder'
import type { SchoolDoc } from './documents'
import { schools } from './store'

/** Schools that are asked in one run; the next run asks the others. */
const AT_ONCE = 50

type Stopped = Pick<SchoolDoc, '_id' | 'principals' | 'office' | 'stop'>

/** Whoever moves the date asks: another run at the same moment finds it moved. A crash in between costs a day, never a message twice. */
async function askToResume(until: number): Promise<void> {
  const now = readClock()
  const due = await schools.list<Stopped>(
    { 'stop.askAt': { $lte: now } },
    { limit: AT_ONCE, order: [['stop.askAt', 'asc']], fields: { principals: 1, office: 1, stop: 1 } },
  )
  for (const { _id, principals, office = [], stop } of due) {
    if (!stop || readClock() >= until) return
    const mine = { _id, 'stop.askAt': stop.askAt }
    if (!(await schools.update(mine, { $set: { 'stop.askAt': now + STOP_ASKS_AFTER_MS } }))) continue
    const message = todoMessage({ what: '学校已暂停发布，请看是否恢复', count: 1, at: now })
    const leaders = [...new Set([...principals, ...office].map(({ openid }) => openid))]
    const occasion = { schoolId: _id, about: `stop-${_id}-${stop.askAt}` }
    await pushAll(
      occasion,
      leaders.map((openid) => ({ openid, message })),
      until,
    )
  }
}

export const steps: Steps = { sweeps: [askToResume] }
