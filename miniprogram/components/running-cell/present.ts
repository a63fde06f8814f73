// Decides how a running notice reads on one line of a list: until when, how many signed, how many not reached.
import type { Instant, RunningNotice } from '@class-pact/core/contract'
import { formatDeadline } from '../../services/format'

export interface RunningView {
  /** A notice to many classes has one line a class. */
  key: string
  noticeId: string
  classId: string
  title: string
  deadline: string
  counts: RunningNotice['counts']
  text: string
  label: string
}

/** 今天18:00前, 签35/40，未送达2. Leaders see the class with it. */
export function presentRunning(notice: RunningNotice, now: Instant, withClass = false): RunningView {
  const { total, signed, missing } = notice.counts
  const deadline = notice.deadline === undefined ? '' : formatDeadline(notice.deadline, now)
  const due = notice.overdue ? `${deadline}，已过` : deadline
  const progress = `签${signed}/${total}，未送达${missing}`
  const text = withClass ? `${notice.className}，${progress}` : progress
  return {
    key: `${notice.noticeId}.${notice.classId}`,
    noticeId: notice.noticeId,
    classId: notice.classId,
    title: notice.title,
    deadline: due,
    counts: notice.counts,
    text,
    label: [notice.title, due, text].filter(Boolean).join('，'),
  }
}
