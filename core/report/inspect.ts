// Decides what is open in a class or school, and until when: what an inspection of the term asks for (G13).
import { wantsReply } from '../notice'
import type { DueRow } from '../register/contract'
import type { Instant, ReplyMode } from '../wire'
import type { SlipCounts } from '../slip/contract'
import type { InspectedClass, OpenItem } from './contract'

/** A notice of a class, as far as an inspection asks. */
export interface InspectedSlip {
  noticeId: string
  classId: string
  title: string
  replyMode: ReplyMode
  state: 'running' | 'closed' | 'withdrawn'
  deadline?: Instant
  counts: SlipCounts
}

/** Notices that did not reach every child, children without a guardian, registers and parts that are due, a class each. */
export function inspectClass(
  { classId, className, seats }: { classId: string; className: string; seats: readonly [number, number, number] },
  { slips, due }: { slips: readonly InspectedSlip[]; due: readonly DueRow[] },
  now: Instant,
): InspectedClass {
  const notices = slips
    .filter((slip) => slip.classId === classId)
    .filter(({ state, replyMode, counts }) => state === 'running' && wantsReply(replyMode) && isShort(counts))
    .map(({ noticeId, title, counts, deadline }): OpenItem => {
      const until = deadline !== undefined && { until: deadline }
      const count = counts.total - counts.signed - counts.followed
      return { kind: 'notice', noticeId, title, count, ...until, overdue: deadline !== undefined && deadline <= now }
    })
  const [unseated] = seats
  const without: OpenItem[] = unseated > 0 ? [{ kind: 'seat', title: '', count: unseated, overdue: false }] : []
  const own = due.filter((row) => row.classId === classId)
  return { classId, className, items: [...notices, ...listDue(own), ...without].sort(byDeadline) }
}

/** What lies with the school itself. */
export function inspectSchool(due: readonly DueRow[], feedback?: OpenItem): OpenItem[] {
  const own = listDue(due.filter(({ classId }) => classId === undefined))
  return [...own, ...(feedback ? [feedback] : [])].sort(byDeadline)
}

/** One line a register and day: forty lamps that were not looked at are one matter. */
function listDue(due: readonly DueRow[]): OpenItem[] {
  const found = new Map<string, OpenItem>()
  for (const row of due) {
    if (row.state !== 'due' && row.state !== 'overdue') continue
    const key = `${row.register} ${row.part?.id ?? ''} ${row.dueAt}`
    const known = found.get(key)
    const count = (known?.count ?? 0) + Math.max(1, row.needed - row.done)
    found.set(key, {
      ...{ kind: row.part ? 'part' : 'register', register: row.register, count, until: row.dueAt },
      title: row.part ? `${row.title}·${row.part.title}` : row.title,
      overdue: row.state === 'overdue',
    })
  }
  return [...found.values()]
}

const isShort = ({ total, signed, followed }: { total: number; signed: number; followed: number }) =>
  total > signed + followed

/** The longest overdue first; what has no day comes last. */
const byDeadline = (one: OpenItem, other: OpenItem) =>
  (one.until ?? Infinity) === (other.until ?? Infinity) ? 0 : (one.until ?? Infinity) - (other.until ?? Infinity)
