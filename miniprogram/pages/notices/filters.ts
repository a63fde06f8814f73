// Decides what the list of notices can be narrowed to, for whom, and which rows fit while there is no network (N12).
import {
  NOTICE_KINDS,
  limits,
  type Identity,
  type Input,
  type Instant,
  type NoticeKind,
  type NoticeRow,
  type NoticeStanding,
} from '@class-pact/core/contract'
import { foldForSearch, isPast, wantsReply } from '@class-pact/core/notice'
import type { ChipOption } from '../../components/choice-chips/choice-chips'
import { KIND_WORDS } from '../../domains/notice/words'
import { isLeader } from '../../services/session'

/** '' is 全部. `of` is a child for families, a class for leaders. */
export interface Choice {
  standing: NoticeStanding | ''
  /** staff is 校务: what went to the staff (N19). */
  kind: NoticeKind | 'staff' | ''
  of: string
}
export const EVERYTHING: Choice = { standing: '', kind: '', of: '' }
const ALL: ChipOption = { value: '', label: '全部' }
export const WORDS_MAX = limits.SEARCH_MAX

const FAMILY: Partial<Record<NoticeStanding, string>> = {
  waiting: '待签',
  overdue: '逾期',
  signed: '已签',
  withdrawn: '已撤回',
}
const STAFF: Partial<Record<NoticeStanding, string>> = {
  ...{ waiting: '待签', overdue: '逾期', signed: '已签', held: '待审' },
  ...{ queued: '待送达', withdrawn: '已撤回' },
}
/** Of many classes nobody has counted who signed: what runs, and what has passed its deadline. */
const LEADER: Partial<Record<NoticeStanding, string>> = {
  ...{ waiting: '进行中', overdue: '已过截止', held: '待审', queued: '待送达', withdrawn: '已撤回' },
}

/** The chips above the list: where a notice stands for whoever reads. */
export function standingsFor(identity: Identity | undefined): ChipOption[] {
  const words = identity && isFamily(identity) ? FAMILY : isLeader(identity?.role) ? LEADER : STAFF
  return [ALL, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}

const KINDS: ChipOption[] = NOTICE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))
/** What the school asks of its staff is theirs alone to look for (N19). */
export const kindsFor = (identity: Identity | undefined): ChipOption[] =>
  isFamily(identity) ? [ALL, ...KINDS] : [ALL, { value: 'staff', label: '校务' }, ...KINDS]
const isFamily = (identity: Identity | undefined) =>
  identity === undefined || identity.role === 'guardian' || identity.role === 'supervisor'
export const withAll = (options: ChipOption[]): ChipOption[] => [ALL, ...options]

/** What the cloud is asked for. */
export function askFor(identity: Identity, choice: Choice, words: string): Input<'notice.list'> {
  const { standing, kind, of } = choice
  const sought = words.trim()
  return {
    identity: identity.key,
    ...(standing && { state: standing }),
    ...(kind === 'staff' ? { filter: 'staff' as const } : kind && { kind }),
    ...(of && (isLeader(identity.role) ? { classId: of } : { childId: of })),
    ...(sought && { words: sought }),
  }
}

/** 外出 · 张小雨: what is chosen in the panel, in words. */
export function sayChoice({ kind, of }: Choice, ofWhom: ChipOption[]): string {
  const whom = ofWhom.find(({ value }) => value === of && of !== '')?.label
  return [kind === 'staff' ? '校务' : kind && KIND_WORDS[kind], whom].filter(Boolean).join('、')
}

/** Of the rows on this phone, without a network: words are looked for in what a row shows. */
export function fits(row: NoticeRow, { standing, kind, of }: Choice, words: string, now: Instant): boolean {
  const shown = foldForSearch([row.title, row.className, row.sender].join(' '))
  const isOf = of === '' || row.classId === of || (row.mine ?? []).some(({ childId }) => childId === of)
  return (
    shown.includes(foldForSearch(words)) &&
    (kind === '' || (kind === 'staff' ? row.toStaff !== undefined : row.kind === kind)) &&
    isOf &&
    (standing === '' || stands(row, standing, now))
  )
}

function stands(row: NoticeRow, standing: NoticeStanding, now: Instant): boolean {
  const missing = row.mine ? row.mine.some(({ state }) => state !== 'signed') : (row.counts?.missing ?? 0) > 0
  const runs = row.state === 'published' && wantsReply(row.replyMode) && missing
  switch (standing) {
    case 'waiting':
      return runs
    case 'overdue':
      return runs && isPast(row.deadline, now)
    case 'signed':
      return row.publishedAt !== undefined && wantsReply(row.replyMode) && !missing
    case 'held':
      return row.state === 'held' || row.state === 'checking' || row.state === 'draft'
    case 'queued':
      return row.state === 'queued'
    case 'withdrawn':
      return row.state === 'withdrawn'
  }
}
