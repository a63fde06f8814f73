// Decides how the sheet of any register reads: about whom, until when, what is to be done, what is done, by whom.
import type { Choice, Field, FieldAnswer, Instant, RegisterSheet, SheetPart } from '@class-pact/core/contract'
import { CHIPS_MOST, type PickLists } from '../../../components/form-fill/fill'
import { ABOUT_WORDS, SHEET_STATE_WORDS, sayArticles, sayDesks } from '../../../domains/register/words'
import { formatChosenDay, formatClass, formatMoment } from '../../../services/format'
import { beijingDay } from '@class-pact/core/calendar'
import { sayDue } from '../parts/due'
import { sayAnswers, type AnswerLine } from '../parts/say-answers'

export interface PartView {
  id: string
  title: string
  /** active: it is filled in here; done: read only; waits: somebody else's, or later. */
  state: 'active' | 'done' | 'waits'
  /** Who and when, or whose turn it is. */
  sub: string
  lines: AnswerLine[]
  /** It is done, and may be done again. */
  canAgain: boolean
}

export interface FormView {
  title: string
  /** 三（2）班，今天16:30前 */
  sub: string
  state: string
  cards: string[]
  cite: string
  /** 选孩子: whom or what it is about has to be chosen first. */
  choose: string
  chips: { value: string; label: string }[]
  /** Chosen already, and another can be. */
  who: string
  /** 9月1日 今天: of something that happened. */
  on: string
  today: string
  parts: PartView[]
  active: string
  /** ▶ */
  act: string
  /** Texts that are nearly another's (D07). */
  alike: string[]
  canVoid: boolean
  /** Of one child, for its head teacher and the leaders: all contacts of the term on one paper (H02). */
  canPrint: boolean
  canMore: boolean
}

/** What a text of an entry holds, characters (core/register/contract.ts). */
const ENTRY_TEXT_MAX = 1_000
/** The key of whatever has no slot: it happened. */
export const EVENT = '-'

/** The field that says when it happened, where there is one: the day is not asked for twice. */
const DAY_FIELDS: readonly string[] = ['day', 'on']
export const dayField = ({ parts }: RegisterSheet): Field | undefined =>
  parts[0]?.fields.find(({ id, type }) => type === 'day' && DAY_FIELDS.includes(id))

/** A part that is filled in here: of those that are this person's the first that is not done, or one they come back to. */
export function activePart({ parts, state }: RegisterSheet, again: string): SheetPart | undefined {
  if (state === 'void' || state === 'refused') return undefined
  const mine = parts.filter((part) => part.mine)
  return mine.find(({ id }) => id === again) ?? mine.find(({ done }) => !done)
}

/** Its fields, as long as an entry's texts may be. */
export const fieldsOf = (part: SheetPart | undefined): Field[] =>
  (part?.fields ?? []).map((field) =>
    field.type === 'text' && field.max === undefined ? { ...field, max: ENTRY_TEXT_MAX } : field,
  )

/** What was said last, or what is known before anybody says anything. */
export function answersOf({ parts, prefilled = [] }: RegisterSheet, part: SheetPart): FieldAnswer[] {
  const last = part.done?.[part.done.length - 1]
  return last?.answers ?? (part.id === parts[0]?.id ? prefilled : [])
}

export const picksOf = ({ people, children, devices, rooms }: RegisterSheet): PickLists => ({
  ...(people && { person: people }),
  ...(children && { child: children }),
  ...(devices && { device: devices }),
  ...(rooms && { room: rooms }),
})

/** Whom or what it is about is still to be chosen. */
export const asksSubject = ({ subject, subjects }: RegisterSheet): boolean => !subject && subjects !== undefined

/** What is chosen first: the class, and then its child; or whom or what it is about. */
export const choicesFirst = ({ classes, subjects = [] }: RegisterSheet): Choice[] => classes ?? subjects

/** Registers that end up on a child's contact card. */
const ON_THE_CARD: readonly string[] = ['contacts', 'contact-card', 'home-visits', 'family-calls', 'priority-contact']

interface Reader {
  again: string
  on: string
  card: string
  isLeader: boolean
  leadsClass: boolean
  /** Whom or what it is about was chosen here. */
  hasChosen: boolean
}

export function presentForm(
  sheet: RegisterSheet,
  { again, on, card, isLeader, leadsClass, hasChosen }: Reader,
): FormView {
  const { title, className = '', subject, about, now, articles, cards = [], state, dueAt, slot } = sheet
  const choices = choicesFirst(sheet)
  const asks = asksSubject(sheet)
  const active = asks ? undefined : activePart(sheet, again)
  const first = sheet.parts[0]
  const isNew = sheet.version === 0
  const until = dueAt !== undefined && state === 'open' && !first?.done ? sayUntil(dueAt, now) : ''
  const about_ = [formatClass(className), subject && subject.name !== className ? formatClass(subject.name) : '']
  const hasFilled = first?.done?.some(({ by }) => by === card) ?? false
  return {
    title,
    sub: [...about_, until].filter(Boolean).join('，'),
    state: state === 'open' ? '' : SHEET_STATE_WORDS[state],
    cards,
    cite: sayArticles(articles),
    choose: asks && choices.length > 0 ? `选${ABOUT_WORDS[sheet.classes ? 'class' : about]}` : '',
    chips: asks && choices.length <= CHIPS_MOST ? toChips(choices) : [],
    who: hasChosen && isNew && !asks ? formatClass(subject?.name ?? className) : '',
    on:
      slot === EVENT && isNew && active && !dayField(sheet)
        ? formatChosenDay(on || beijingDay(now), beijingDay(now))
        : '',
    today: beijingDay(now),
    parts: asks ? [] : sheet.parts.map((part) => presentPart(sheet, part, part.id === active?.id, card)),
    active: active?.id ?? '',
    act: active ? sayAct(active, active.id === first?.id) : '',
    alike: sayAlike(sheet),
    canVoid: !isNew && state !== 'void' && (hasFilled || isLeader),
    canPrint: !asks && subject !== undefined && (isLeader || leadsClass) && ON_THE_CARD.includes(sheet.register),
    canMore: !active && !isNew && sheet.many === true && hasFilled,
  }
}

const toChips = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: formatClass(name) }))

const sayUntil = (dueAt: Instant, now: Instant): string =>
  dueAt <= now ? `${sayDue(dueAt, now)}到期` : `${sayDue(dueAt, now)}前`

/** 记下; 签阅 where a signature is all there is; 记下验收. */
function sayAct({ title, fields }: SheetPart, isFirst: boolean): string {
  if (isFirst) return '记下'
  return fields.every(({ type }) => type === 'signature') ? title : `记下${title}`
}

function presentPart(sheet: RegisterSheet, part: SheetPart, isActive: boolean, card: string): PartView {
  const { id, title, fields, done = [], mine, by, dueAt } = part
  const last = done[done.length - 1]
  const { now, state } = sheet
  if (last) {
    const doubted = last.doubted && '微信检查：有疑问，原话照记'
    const times = done.length > 1 ? `改过${done.length - 1}次` : ''
    const sub = [last.by, formatMoment(last.at, now), times, doubted].filter(Boolean).join('，')
    const canAgain = mine && !isActive && state !== 'void' && state !== 'refused'
    // What somebody else has said stays in sight while it is mended; one's own stands in the fields.
    const isSeen = !isActive || last.by !== card
    const lines = isSeen ? sayAnswers(fields, last.answers, sheet) : []
    return { ...{ id, title, lines, canAgain }, state: isActive ? 'active' : 'done', sub: isSeen ? sub : '' }
  }
  if (isActive) return { ...{ id, title, lines: [], canAgain: false }, state: 'active', sub: '' }
  const isOver = state === 'void' || state === 'refused'
  const until = dueAt === undefined || isOver ? '' : `，${sayUntil(dueAt, now)}`
  return { ...{ id, title, lines: [], canAgain: false }, state: 'waits', sub: `${sayDesks(by)}办${until}` }
}

/** 和李明的评语有九成相同 */
export function sayAlike({ alike = [], subject, subjects = [], children = [] }: RegisterSheet): string[] {
  const nameOf = (id: string) => [...subjects, ...children].find((each) => each.id === id)?.name ?? id
  return alike
    .filter((each) => !subject || each.subject === subject.id)
    .map(({ like }) => `和${nameOf(like)}的有九成相同`)
}
