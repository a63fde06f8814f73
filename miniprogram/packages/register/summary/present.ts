// Decides what a register's figures say of one period: a question with its bars, the words for them, choices, shares.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day, RegisterSummary, SummaryLine } from '@class-pact/core/contract'
import { formatClass, formatDate, formatDay, formatLongDate } from '../../../services/format'

export interface BarView {
  id: string
  name: string
  /** Of the bar: what is there, and what is not. */
  filled: number
  open: number
  /** 3/4, 8.5/10分 */
  value: string
  /** 第1; of classes, for leaders (Q17). */
  rank: string
  label: string
  /** A class leads to its own figures. */
  classId: string
}

export interface SummaryView {
  title: string
  /** 2026年9月, 9月1日 周二 */
  period: string
  /** Days to either side; empty: there is nothing to look at. */
  before: Day
  after: Day
  question: string
  /** Lines that are not complete, or all where they are few. */
  bars: BarView[]
  /** 其余27个班都够了; empty where all are drawn. */
  rest: string
  /** The same in words. */
  text: string[]
  counts: { key: string; label: string; text: string }[]
  shares: { key: string; label: string; text: string; low: boolean }[]
  hours: string
  empty: string
}

/** Lines up to which all are drawn, also those that are complete. */
const DRAWN_MOST = 12

type Per = RegisterSummary['per']
const PER_WORDS: Record<Per, { question: string; unit: string }> = {
  class: { question: '哪些班还没记够？', unit: '个班' },
  teacher: { question: '哪些老师还没记够？', unit: '位老师' },
  child: { question: '哪些孩子还没记够？', unit: '个孩子' },
  device: { question: '哪些设备还没记够？', unit: '台' },
  school: { question: '全校记够了没有？', unit: '项' },
}
const POINTS_QUESTION: Record<Per, string> = {
  ...{ class: '各班得多少分？', teacher: '各位老师得多少分？', child: '各个孩子得多少分？' },
  ...{ device: '各台设备得多少分？', school: '得多少分？' },
}
const EVENT_QUESTION: Record<Per, string> = {
  ...{ class: '各班记了多少？', teacher: '各位老师记了多少？', child: '各个孩子记了多少？' },
  ...{ device: '各台设备记了多少？', school: '一共记了多少？' },
}

/** As one says it. */
const CHECK_WORDS: Readonly<Record<string, string>> = { '✓': '做到', '✗': '没做到' }

/** @param drawsAll everything is drawn, also what is complete. */
export function presentSummary(
  summary: RegisterSummary,
  { isLeader, drawsAll }: { isLeader: boolean; drawsAll: boolean },
): SummaryView {
  const { title, from, to, per, lines, now } = summary
  const hasPoints = lines.some(({ points }) => points !== undefined)
  const hasAim = lines.some(({ needed }) => needed > 0)
  // Classes are compared by points for whoever leads; people and children never are (Q17 X08).
  const ranks = hasPoints && per === 'class' && isLeader ? rankOf(lines) : new Map<string, number>()
  const most = Math.max(1, ...lines.map(({ done }) => done))
  const bars = lines.map((line) => presentBar(line, per, most, ranks.get(line.id)))
  const isOpen = ({ done, needed }: SummaryLine) => done < needed
  const folds = hasAim && !hasPoints && !drawsAll && lines.length > DRAWN_MOST
  const drawn = folds ? bars.filter((_, index) => isOpen(lines[index] as SummaryLine)) : bars
  const today = beijingDay(now)
  return {
    title,
    period: sayPeriod(summary),
    before: addDays(from, -1),
    after: to < today ? addDays(to, 1) : '',
    question: hasPoints ? POINTS_QUESTION[per] : hasAim ? PER_WORDS[per].question : EVENT_QUESTION[per],
    bars: drawn,
    rest: drawn.length < bars.length ? `其余${bars.length - drawn.length}${PER_WORDS[per].unit}都够了` : '',
    text: sayAll(summary, bars, hasAim && !hasPoints),
    counts: summary.counts.map(({ field, label, choices }) => ({
      key: field,
      label,
      text: choices.map((choice) => `${CHECK_WORDS[choice.label] ?? choice.label}${choice.count}`).join('，'),
    })),
    shares: (summary.shares ?? []).map(presentShare),
    hours: summary.hours === undefined ? '' : `办完的，一半在${sayHours(summary.hours)}内`,
    empty: isEmpty(summary) ? '这段时间还没有记过' : '',
  }
}

const isEmpty = ({ lines, counts }: RegisterSummary) =>
  lines.every(({ done, needed, points }) => done + needed === 0 && points === undefined) &&
  counts.every(({ choices }) => choices.every(({ count }) => count === 0))

function presentBar(line: SummaryLine, per: Per, most: number, rank: number | undefined): BarView {
  const { id, done, needed, points, of = 0 } = line
  const name = per === 'class' ? formatClass(line.name) : line.name
  const isScored = points !== undefined
  const whole = isScored ? Math.max(of, points) : needed > 0 ? Math.max(needed, done) : most
  const filled = isScored ? points : done
  const value = isScored ? `${points}${of > 0 ? `/${of}` : ''}分` : needed > 0 ? `${done}/${needed}` : `${done}次`
  const said = isScored
    ? `${points}分${of > 0 ? `，满分${of}分` : ''}`
    : needed > 0
      ? `要${needed}次，记了${done}次${done < needed ? `，还差${needed - done}次` : ''}`
      : `${done}次`
  return {
    ...{ id, name, filled, open: Math.max(0, whole - filled), value },
    rank: rank === undefined ? '' : `第${rank}`,
    label: `${name}，${said}${rank === undefined ? '' : `，第${rank}`}`,
    classId: per === 'class' ? id : '',
  }
}

/** Who has as much shares a place. */
function rankOf(lines: readonly SummaryLine[]): Map<string, number> {
  const pointsOf = ({ points = 0 }: SummaryLine) => points
  return new Map(lines.map((line) => [line.id, 1 + lines.filter((other) => pointsOf(other) > pointsOf(line)).length]))
}

function sayAll({ per, lines }: RegisterSummary, bars: readonly BarView[], hasAim: boolean): string[] {
  if (!hasAim) return bars.map(({ label }) => label)
  const open = bars.filter((_, index) => {
    const line = lines[index]
    return line !== undefined && line.done < line.needed
  })
  const enough = bars.length - open.length
  return [
    `${bars.length}${PER_WORDS[per].unit}，${enough}${PER_WORDS[per].unit}够了`,
    ...open.map(({ label }) => label),
  ]
}

const PERCENT = 100

/** What lacks to the aim is not rounded away. */
function presentShare(
  { label, part, whole, least }: NonNullable<RegisterSummary['shares']>[number],
  index: number,
): SummaryView['shares'][number] {
  const low = whole > 0 && part * PERCENT < least * whole
  const text =
    whole > 0 ? `${Math.floor((part * PERCENT) / whole)}%（${part}/${whole}），目标${least}%` : `还没有，目标${least}%`
  return { key: String(index), label, text, low }
}

const HOURS_A_DAY = 24

function sayHours(hours: number): string {
  if (hours < 1) return '1小时'
  return hours < 2 * HOURS_A_DAY ? `${Math.ceil(hours)}小时` : `${Math.ceil(hours / HOURS_A_DAY)}天`
}

/** As the key of a slot says: a day, a month; otherwise from when to when. */
function sayPeriod({ slot, from, to }: Pick<RegisterSummary, 'slot' | 'from' | 'to'>): string {
  if (slot === 'once') return '只记一次'
  if (from === to) return formatDay(from)
  if (slot.startsWith('m')) return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`
  if (slot.startsWith('y')) return `${from.slice(0, 4)}学年`
  const end = from.slice(0, 4) === to.slice(0, 4) ? formatDate(to) : formatLongDate(to)
  return `${formatDate(from)}到${end}`
}
