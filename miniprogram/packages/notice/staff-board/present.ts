// Decides how a task's board reads: how many have answered, who is missing, and what was reported (N19).
import type { Instant, TaskBoard, TaskRow } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { formatDeadline, formatMoment, formatStampTime } from '../../../services/format'

export interface BoardLine {
  mark: string
  card: string
  sub: string
  report: string
  end: string
}

export interface StaffBoardView {
  title: string
  figure: string
  bar: { signed: number; missing: number; total: number }
  state: string
  open: BoardLine[]
  done: BoardLine[]
  /** 没有回报就办结：… */
  without: string
  remind: string
  canRemind: boolean
  canClose: boolean
  /** Whom it would be closed without. */
  missing: { marks: string[]; cards: string[] }
}

const ANSWERED: Record<string, string> = { report: '已回报', sign: '已签名', confirm: '已确认' }

export function presentStaffBoard(board: TaskBoard, now: Instant): StaffBoardView {
  const { counts, rows, replyMode, remindedAt, without = [] } = board
  const asks = wantsReply(replyMode)
  const isOpen = board.state === 'published'
  const done = ({ state }: TaskRow) => state === 'answered' || state === 'left' || (!asks && state === 'read')
  const missing = rows.filter(({ state }) => state === 'unread' || state === 'read')
  const reached = asks ? counts.answered : counts.read
  return {
    title: board.title,
    figure: `${reached}/${counts.total}`,
    bar: { signed: reached, missing: counts.total - reached, total: counts.total },
    state: sayState(board, now),
    open: rows.filter((row) => !done(row)).map((row) => presentLine(row, board, now)),
    done: rows.filter(done).map((row) => presentLine(row, board, now)),
    without: without.length > 0 ? `未回复就办结：${without.join('、')}` : '',
    remind: remindedAt === undefined ? `提醒未办${missing.length}人` : `已提醒${formatStampTime(remindedAt)}`,
    canRemind: isOpen && asks && remindedAt === undefined && missing.length > 0,
    canClose: isOpen,
    missing: { marks: missing.map(({ mark }) => mark), cards: missing.map(({ card }) => card) },
  }
}

function sayState({ state, deadline, replyMode }: TaskBoard, now: Instant): string {
  if (state === 'closed') return '已办结'
  if (state === 'withdrawn') return '已撤回'
  return deadline !== undefined && wantsReply(replyMode) ? formatDeadline(deadline, now) : ''
}

function presentLine(row: TaskRow, { replyMode }: TaskBoard, now: Instant): BoardLine {
  const { mark, card, state, at, late, report = '', doubted } = row
  const time = at === undefined ? '' : formatMoment(at, now)
  const end = {
    answered: `${ANSWERED[replyMode] ?? '已回复'}${late ? '，逾期' : ''}`,
    read: '已读',
    unread: '未读',
    left: '已不在本校',
  }[state]
  return { mark, card, sub: time, report: doubted ? `${report}（微信没有放行，请留意）` : report, end }
}
