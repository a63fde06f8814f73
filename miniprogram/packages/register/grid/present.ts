// Decides how a page for all classes or children reads: a line each, what is new on it, what is alike (D07).
import type { Field, Instant, RegisterGrid } from '@class-pact/core/contract'
import { findProblems, toAnswers, toFilled, type FilledAnswer } from '../../../components/form-fill/fill'
import { sayArticles } from '../../../domains/register/words'
import { formatClass } from '../../../services/format'
import { sayDue } from '../parts/due'
import { sayAnswers } from '../parts/say-answers'

export type GridLine = RegisterGrid['lines'][number]
/** What is written on this phone and not sent yet, by subject. */
export type Written = Readonly<Record<string, FilledAnswer[]>>
type NumberField = Extract<Field, { type: 'number' }>

export interface LineView {
  id: string
  no: string
  name: string
  /** 10分 in the stepper; — while nobody has given any. */
  points: string
  canLess: boolean
  canMore: boolean
  /** What else is written, or else who wrote it. */
  sub: string
  /** Somebody else was faster, it is nearly another's, or something lacks. */
  warns: string
  isMine: boolean
  isNew: boolean
  label: string
}
export interface GridView {
  title: string
  sub: string
  cite: string
  cards: string[]
  /** Scores are given on the line itself. */
  steps: boolean
  /** 没扣分的都记10分: of a score with a full mark, while some have none. */
  rest: string
  groups: { key: string; lines: LineView[] }[]
  /** ▶ */
  act: string
  isOn: boolean
}

/** Lines of one card: WeChat draws no more than sixty in one (「体验评分」). */
const CARD_LINES = 30

/** The first number is given on the line itself. */
export const scoreField = (fields: readonly Field[]): NumberField | undefined =>
  fields.find((field): field is NumberField => field.type === 'number')

export const filledOf = ({ answers = [] }: GridLine): FilledAnswer[] => toFilled(answers, (fileId) => fileId)

export const numberOf = (field: NumberField, filled: readonly FilledAnswer[]): number | undefined =>
  filled.find(({ question }) => question === field.id)?.number

/** A half point where halves may be given. */
const stepOf = ({ decimals = 0 }: NumberField): number => (decimals > 0 ? 0.5 : 1)

/** One tap more or less; the first tap gives the full mark, or nothing where there is none. */
export function stepTo(field: NumberField, filled: readonly FilledAnswer[], by: 1 | -1): number {
  const { min = 0, max } = field
  const now = numberOf(field, filled)
  if (now === undefined) return max ?? min
  return Math.min(Math.max(now + by * stepOf(field), min), max ?? Infinity)
}

export interface GridState {
  written: Written
  /** Lines that somebody else had changed when ours came. */
  changed: readonly string[]
  /** Lines that lack something, once somebody has tried to send. */
  unready: readonly string[]
}

export function presentGrid(grid: RegisterGrid, state: GridState): GridView {
  const { title, articles, cards = [], dueAt, now, fields, lines } = grid
  const field = scoreField(fields)
  const views = lines.map((line) => presentLine(grid, line, state, field))
  const count = Object.keys(state.written).length
  const blank = field ? lines.filter((line) => line.mine && isBlank(field, line, state.written)).length : 0
  return {
    title,
    sub: [`已记${lines.filter(({ entryId }) => entryId).length}/${lines.length}`, dueAt && sayUntil(dueAt, now)]
      .filter(Boolean)
      .join('，'),
    cite: sayArticles(articles),
    cards,
    steps: field !== undefined,
    rest: field?.max !== undefined && blank > 0 ? `没扣分的都记${field.max}${field.unit ?? ''}` : '',
    groups: cut(views),
    act: count > 0 ? `记下${count}行` : '还没有改动',
    isOn: count > 0,
  }
}

const sayUntil = (dueAt: Instant, now: Instant) => `${sayDue(dueAt, now)}${dueAt <= now ? '到期' : '前'}`

export const isBlank = (field: NumberField, line: GridLine, written: Written): boolean =>
  numberOf(field, written[line.subject.id] ?? filledOf(line)) === undefined

function presentLine(
  { fields, lines, alike = [] }: RegisterGrid,
  line: GridLine,
  { written, changed, unready }: GridState,
  field: NumberField | undefined,
): LineView {
  const { subject, by, mine } = line
  const { id, no = '' } = subject
  const own = written[id]
  const filled = own ?? filledOf(line)
  const name = formatClass(subject.name)
  const points = field && numberOf(field, filled)
  const others = fields.filter((each) => each !== field)
  const text = isSaid(filled) ? sayLine(others, filled) : ''
  const like = alike.find((each) => each.subject === id)?.like
  const nameOf = (of: string) => formatClass(lines.find((each) => each.subject.id === of)?.subject.name ?? of)
  const warns = [
    changed.includes(id) ? '刚刚有人改过，再记一次会替换' : '',
    unready.includes(id) ? '还没填好' : '',
    like === undefined ? '' : `和${nameOf(like)}的有九成相同`,
  ]
  const sub = text || (own ? '' : (by ?? ''))
  const said = points === undefined ? '' : `${points}${field?.unit ?? ''}`
  return {
    ...{ id, no, name, sub, isMine: mine, isNew: own !== undefined },
    points: said || '—',
    canLess: mine && (points === undefined || points > (field?.min ?? 0)),
    canMore: mine && (points === undefined || points < (field?.max ?? Infinity)),
    warns: warns.filter(Boolean).join('，'),
    label: [no && `${no}号`, name, said || (sub ? '' : '还没记'), sub, own && '还没送出'].filter(Boolean).join('，'),
  }
}

const isSaid = (filled: readonly FilledAnswer[]) => filled.length > 0

/** One field alone needs no label. */
function sayLine(fields: readonly Field[], filled: readonly FilledAnswer[]): string {
  const answers = toAnswers({ questions: fields }, filled)
  return sayAnswers(fields, answers, {})
    .map(({ label, text, photos, ink }) => {
      const said = text || (photos.length > 0 && `${photos.length}张照片`) || (ink && '已签名')
      return [fields.length > 1 && label, said].filter(Boolean).join('：')
    })
    .join('；')
}

function cut(views: LineView[]): GridView['groups'] {
  const count = Math.ceil(views.length / CARD_LINES)
  return Array.from({ length: count }, (_, index) => ({
    key: String(index),
    lines: views.slice(index * CARD_LINES, (index + 1) * CARD_LINES),
  }))
}

/** Lines that cannot be sent as they are. */
export const findUnready = (fields: readonly Field[], written: Written): string[] =>
  Object.entries(written).flatMap(([id, filled]) =>
    Object.keys(findProblems({ questions: fields }, filled)).length > 0 ? [id] : [],
  )

/** 三（1）班、三（2）班刚刚有人改过: whose lines were not kept. */
export function sayChanged({ lines }: RegisterGrid, changed: readonly string[]): string {
  if (changed.length === 0) return ''
  const names = lines.flatMap(({ subject }) => (changed.includes(subject.id) ? formatClass(subject.name) : []))
  return `${names.join('、')}刚刚有人改过，您填的还在，请看过再记。其他的已经记下。`
}
