// Decides what the slip board shows: how far the notice has come, who is still to be reached, what can be done now.
import type { Board, BoardRow, EntryState, Instant, ReplyMode } from '@class-pact/core/contract'
import { canClose, countWays, wantsReply } from '@class-pact/core/notice'
import { beijingDay } from '@class-pact/core/calendar'
import { sayGap } from '../../../services/calendar-gap'
import { formatDueTime, formatMoment } from '../../../services/format'
import { doneWord as replyWord } from '../../../domains/notice/rows'
import { sortReasons, type Reason } from './reasons'
import { CLOSED_WORDS, FOLLOW_UP_WORDS, sayFollowUp } from '@class-pact/core/slip-words'

export type Tab = 'open' | 'done' | 'all'

export interface RowView {
  childId: string
  no: string
  name: string
  sub: string
  /** What stands on the right: a call, a word, or the pill. */
  end: 'call' | 'word' | 'stamp'
  endText: string
  state: EntryState
  /** What has happened with this child, the latest last. */
  history: string[]
}

export interface BoardView {
  title: string
  /** 38/40 */
  figure: string
  bar: { signed: number; followed: number; missing: number; total: number; word: string }
  /** 跟进：电话2，纸质1 (X04); else empty. */
  ways: string
  /** Closed or withdrawn; else empty. */
  state: string
  tabs: { key: Tab; text: string }[]
  rows: Record<Tab, RowView[]>
  /** Why children are not reached; fewer than two need no telling apart. */
  reasons: Reason[]
  empty: Record<Tab, string>
  /** Why it cannot be closed, over the buttons. */
  note: string
  closed: boolean
  canClose: boolean
  canAct: boolean
  canAmend: boolean
  canWithdraw: boolean
  /** A paper can be signed and brought back. */
  onPaper: boolean
  /** A form has answers to look at. */
  hasAnswers: boolean
  remind: { text: string; on: boolean; shown: boolean }
}

/** The verb of a reply: 签 for a signature, 确认 for a confirmation. */
const doneWord = (mode: ReplyMode) => (wantsReply(mode) ? replyWord(mode) : '读')

function openSub(state: EntryState, mode: ReplyMode, time: string): string {
  const words: Record<Exclude<EntryState, 'signed' | 'followed'>, string> = {
    read: wantsReply(mode) ? `已读未${doneWord(mode)}` : '已读',
    unread: '未读',
    not_reminded: '收不到提醒',
    unbound: '未绑定',
    closed: '',
  }
  const word = state === 'signed' || state === 'followed' ? '' : words[state]
  return time ? `${word}，${time}` : word
}

function presentRow(row: BoardRow, mode: ReplyMode, now: Instant): RowView {
  const time = row.at === undefined ? '' : formatMoment(row.at, now)
  const base = {
    ...{ childId: row.childId, no: row.no, name: row.name, endText: `已${doneWord(mode)}`, state: row.state },
    history: sayHistory(row, mode, now),
  }
  if (row.state === 'signed') return { ...base, end: 'stamp', sub: [signerOf(row), time].filter(Boolean).join(' ') }
  if (row.state === 'followed') {
    const last = row.followUps[row.followUps.length - 1]
    const way = last ? `${FOLLOW_UP_WORDS[last.way]}，${last.by} ` : ''
    return { ...base, end: 'word', endText: '已告知', sub: `${way}${time}` }
  }
  if (row.state === 'closed' && row.closed) {
    return { ...base, end: 'word', endText: CLOSED_WORDS[row.closed], sub: time }
  }
  if (row.state === 'read' && !wantsReply(mode)) return { ...base, end: 'stamp', sub: time }
  const before = row.signedVersion === undefined ? '' : `签过第${row.signedVersion}版，`
  return { ...base, end: 'call', sub: before + openSub(row.state, mode, row.state === 'read' ? time : '') }
}

/** When the family signed, and every follow-up with what took it back. */
function sayHistory({ state, at, signer = '', followUps }: BoardRow, mode: ReplyMode, now: Instant): string[] {
  const told = followUps.map((each) => sayFollowUp(each, formatMoment(each.at, now)))
  const signed = state === 'signed' && at !== undefined ? [`${formatMoment(at, now)}，${signer}${doneWord(mode)}`] : []
  return [...told, ...signed]
}

function sayWays({ rows }: Board): string {
  const told = Object.entries(countWays(rows)).filter(([, count]) => count > 0)
  const words = told.map(([way, count]) => `${FOLLOW_UP_WORDS[way as keyof typeof FOLLOW_UP_WORDS]}${count}`)
  return words.length > 0 ? `跟进：${words.join('，')}` : ''
}

/** 张小明妈妈 → 妈妈: the child's name stands above it already. */
function signerOf({ signer = '', name }: BoardRow): string {
  return signer.startsWith(name) ? signer.slice(name.length) : signer
}

/** @param now the server's clock */
export function presentBoard(board: Board, now: Instant): BoardView {
  const { counts, replyMode } = board
  const all = board.rows.map((row) => presentRow(row, replyMode, now))
  const rows = {
    open: all.filter(({ end }) => end === 'call'),
    done: all.filter(({ end }) => end === 'stamp'),
    all,
  }
  const word = doneWord(replyMode)
  const missing = rows.open.length
  const closed = board.state !== 'published'
  const closable = canClose(board, counts)
  return {
    title: board.title,
    figure: `${counts.total - missing}/${counts.total}`,
    bar: { signed: rows.done.length, followed: counts.followed, missing, total: counts.total, word: `已${word}` },
    ways: sayWays(board),
    state: [stateText(board), sayDeadline(board, now)].filter(Boolean).join('。'),
    tabs: [
      { key: 'open', text: '未办' },
      { key: 'done', text: `已${word}` },
      { key: 'all', text: '全部' },
    ],
    rows,
    reasons: sortReasons(rows.open, replyMode),
    empty: {
      open: '每个孩子都通知到了',
      done: `还没有家长${word === '签' ? '签字' : word === '读' ? '读过' : word === '填' ? '填表' : word}`,
      all: '还没有孩子',
    },
    note: closed || closable ? '' : `还有${missing}个孩子没通知到，不能办结。`,
    closed,
    canClose: closable,
    canAct: board.canAct && !closed,
    canAmend: board.canAmend === true && board.state !== 'withdrawn',
    canWithdraw: board.canWithdraw === true && board.state !== 'withdrawn',
    onPaper: board.canAct && !closed && wantsReply(replyMode),
    hasAnswers: replyMode === 'form',
    remind: {
      shown: missing > 0 && wantsReply(replyMode),
      on: board.remindedAt === undefined,
      text:
        board.remindedAt === undefined
          ? `提醒未${word}${missing}人`
          : `已提醒${formatMoment(board.remindedAt, now).replace('今天', '')}`,
    },
  }
}

/** A deadline on a day of which nobody knew whether it is a school day says so (T06). */
function sayDeadline({ deadline, gap, state }: Board, now: Instant): string {
  if (deadline === undefined || !gap || state !== 'published') return ''
  return `截止${formatDueTime(deadline, now)}：${sayGap(gap, beijingDay(deadline))}`
}

function stateText({ state, className, withdrawn }: Board): string {
  if (state === 'closed') return `${className}，已办结`
  if (state === 'withdrawn') {
    const why = withdrawn?.words ?? (withdrawn?.wordsHeld ? '原因还没通过检查' : '')
    return `${className}，已撤回${why && `：${withdrawn?.by ?? ''}，${why}`}`
  }
  return ''
}
