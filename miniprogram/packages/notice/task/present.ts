// Decides how a notice to the staff reads: its letter, what is asked of the reader, and what they have answered (N19).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, TaskDetail } from '@class-pact/core/contract'
import { isPast, wantsReply } from '@class-pact/core/notice'
import { formatDay, formatMoment, formatRelease } from '../../../services/format'
import { formatDue } from '../../../domains/notice/rows'
import { NOTICE_STATE_WORDS } from '../../../domains/notice/words'

export interface TaskView {
  state: string
  sheet: { title: string; salutation: string; body: string; issuer: string; day: string; photos: string[] }
  /** What can be done: nothing, a report in words, the own name, a tap. */
  asks: '' | 'report' | 'sign' | 'confirm'
  act: string
  /** 9月1日 19:02 已回报 */
  done: string
  report: string
  hasBoard: boolean
  canWithdraw: boolean
}

const ACTS = { report: '已完成，回报', sign: '签名', confirm: '确认知晓' } as const
const DONE: Record<string, string> = { report: '已回报', sign: '已签名', confirm: '已确认' }

export function presentTask(task: TaskDetail, now: Instant): TaskView {
  const { title, salutation, body, issuer, mine, replyMode } = task
  const asks = asksOf(task)
  return {
    state: sayState(task, now),
    sheet: {
      ...{ title, salutation, body, issuer },
      day: beijingDay(task.publishedAt ?? now),
      photos: task.photos.map(({ url }) => url),
    },
    asks,
    act: asks === '' ? '' : ACTS[asks],
    done:
      mine?.answeredAt === undefined
        ? ''
        : `${formatMoment(mine.answeredAt, now)} ${DONE[replyMode] ?? ''}${mine.late ? '，逾期' : ''}`,
    report: mine?.report ?? mine?.typedName ?? '',
    hasBoard: task.hasBoard === true,
    canWithdraw: task.reasons !== undefined && ['held', 'queued', 'checking'].includes(task.state),
  }
}

function asksOf({ state, replyMode, mine }: TaskDetail): TaskView['asks'] {
  if (state !== 'published' || !mine || mine.answeredAt !== undefined || !wantsReply(replyMode)) return ''
  return replyMode === 'report' || replyMode === 'sign' ? replyMode : 'confirm'
}

function sayState({ state, releaseAt, deadline, replyMode, mine, publishedAt }: TaskDetail, now: Instant): string {
  if (state === 'queued' && releaseAt !== undefined) return `已排队，${formatRelease(releaseAt, now)}送达`
  if (state === 'withdrawn') return '这份通知已撤回'
  if (state === 'closed') return '这件事已办结'
  if (state !== 'published') return NOTICE_STATE_WORDS[state]
  if (mine?.answeredAt !== undefined) return '您已回复'
  if (!wantsReply(replyMode)) return '已读即可，不用回复'
  if (!mine) return publishedAt === undefined ? '' : `${formatDay(beijingDay(publishedAt))}发给教职工`
  return formatDue(deadline, replyMode, isPast(deadline, now), now)
}
