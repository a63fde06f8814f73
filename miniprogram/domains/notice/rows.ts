// Decides how a notice reads in a list: title, where it comes from, when, and its state in a word (screens.md 3.5).
import { beijingDay } from '@class-pact/core/calendar'
import { isPast, wantsReply } from '@class-pact/core/notice'
import type { EntryState, Instant, NoticeRow, ReplyMode } from '@class-pact/core/contract'
import { formatDay, formatDeadline, formatDueTime, formatRelease } from '../../services/format'
import { KIND_WORDS, NOTICE_STATE_WORDS, SOURCE_WORDS } from './words'

export interface NoticeLine {
  /** For wx:key: a notice appears once a class. */
  key: string
  noticeId: string
  classId: string
  title: string
  source: string
  /** 外出 收费 …; a plain 通知 needs no word. */
  kind: string
  sender: string
  /** 9月1日 周二 or 9月2日18:00前 */
  when: string
  /** Own children, named only when there are several. */
  child: string
  end: 'stamp' | 'tag' | 'word' | ''
  endText: string
  label: string
}

/** 签字 确认 of ▶ and deadlines; 已读 notices are just opened. */
const ACT_WORDS: Record<ReplyMode, string> = {
  form: '填表',
  sign: '签字',
  confirm: '确认',
  read: '看',
  none: '看',
  report: '回报',
}
/** 签 确认 填, as in 待签 and 已签. */
export const doneWord = (mode: ReplyMode) => (mode === 'sign' ? '签' : mode === 'form' ? '填' : '确认')
export const actWord = (mode: ReplyMode) => ACT_WORDS[mode]

/** 9月2日18:00前签字 */
export function formatDue(deadline: Instant | undefined, mode: ReplyMode, overdue: boolean, now: Instant): string {
  if (deadline === undefined) return `请${actWord(mode)}`
  return overdue
    ? `已过${formatDueTime(deadline, now)}，请补${actWord(mode)}`
    : formatDeadline(deadline, now) + actWord(mode)
}

/** A row of 通知 and of 最近的通知. */
export function presentNoticeRow(row: NoticeRow, now: Instant, nameChildren = false): NoticeLine {
  const at = row.publishedAt ?? row.releaseAt
  const { end, endText } = row.mine ? endForFamily(row, now) : endForStaff(row, now)
  const child = nameChildren ? (row.mine ?? []).map(({ childName }) => childName).join('、') : ''
  const source = SOURCE_WORDS[row.source]
  const when = at === undefined ? '' : formatDay(beijingDay(at))
  return {
    key: `${row.noticeId}/${row.classId}`,
    noticeId: row.noticeId,
    classId: row.classId,
    title: row.amends ? `修改：${row.title}` : row.title,
    source,
    kind: row.kind === 'notice' ? '' : KIND_WORDS[row.kind],
    sender: row.sender,
    when,
    child,
    end,
    endText,
    label: [KIND_WORDS[row.kind], row.title, child, source, row.sender, when, endText].filter(Boolean).join('，'),
  }
}

function endForFamily(row: NoticeRow, now: Instant): Pick<NoticeLine, 'end' | 'endText'> {
  const mine = row.mine ?? []
  const all = (...states: EntryState[]) => mine.every(({ state }) => states.includes(state))
  if (row.state === 'withdrawn') return { end: 'word', endText: '已撤回' }
  if (!wantsReply(row.replyMode)) return { end: 'word', endText: all('read', 'signed', 'followed') ? '已读' : '未读' }
  if (all('signed')) return { end: 'stamp', endText: `已${doneWord(row.replyMode)}` }
  if (all('signed', 'followed')) return { end: 'word', endText: '已告知' }
  if (row.state === 'closed') return { end: 'word', endText: '已办结' }
  return { end: 'tag', endText: isPast(row.deadline, now) ? '逾期' : `待${doneWord(row.replyMode)}` }
}

/** One of the addressed: what the school asks of its staff (N19). */
function endForColleague(row: NoticeRow, answered: boolean, now: Instant): Pick<NoticeLine, 'end' | 'endText'> {
  if (row.state === 'withdrawn') return { end: 'word', endText: '已撤回' }
  if (answered) return { end: 'word', endText: wantsReply(row.replyMode) ? '已办' : '已读' }
  if (row.state === 'closed') return { end: 'word', endText: '已办结' }
  if (!wantsReply(row.replyMode)) return { end: 'word', endText: '未读' }
  return { end: 'tag', endText: isPast(row.deadline, now) ? '逾期' : '待办' }
}

function endForStaff(row: NoticeRow, now: Instant): Pick<NoticeLine, 'end' | 'endText'> {
  if (row.toStaff?.answered !== undefined) return endForColleague(row, row.toStaff.answered, now)
  if (row.state === 'queued' && row.releaseAt !== undefined) {
    return { end: 'word', endText: `${formatRelease(row.releaseAt, now)}送达` }
  }
  if (row.state !== 'published') return { end: 'word', endText: NOTICE_STATE_WORDS[row.state] }
  if (!row.counts || !wantsReply(row.replyMode)) return { end: '', endText: '' }
  const { signed, followed, total } = row.counts
  return { end: 'word', endText: `${signed + followed}/${total}` }
}
