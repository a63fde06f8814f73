// Decides how a notice being written looks: cards at their cause, the bar about quiet hours.
import { limits } from '@class-pact/core/contract'
import type {
  Audience,
  Instant,
  NoticePrepared,
  Reason,
  Role,
  SchoolCalendar,
  UrgentCause,
  Whom,
} from '@class-pact/core/contract'
import { beijingDay, gapOf } from '@class-pact/core/calendar'
import { gradeWord } from '@class-pact/core/family'
import { addressedOf, wantsReply } from '@class-pact/core/notice'
import type { Judgement } from '@class-pact/judge'
import { sayGap } from '../../../services/calendar-gap'
import { formatClock, formatDay, formatDeadline, formatRelease } from '../../../services/format'
import { markText } from '../../../domains/notice/marks'
import type { Piece } from '../../../domains/notice/marks'
import { URGENT_WORDS } from '../../../domains/notice/words'
import { addressedClasses, hasEvent, hasPlace } from './form'
import type { Form } from '../../../domains/notice/draft'
import { MISSING_FIELD_WORDS } from '../../../domains/notice/field-form'
import type { Missing } from './form'

/** Where a card stands: in the cell of the field it is about, else under the options. */
export type Place = 'title' | 'body' | 'day' | 'fields' | 'rest'
export interface PlacedReason {
  place: Place
  blocks: boolean
  reason: Reason
}

export interface FormView {
  titleCount: string
  bodyCount: string
  /** Drawn under the transparent text. */
  pieces: Piece[]
  titlePieces: Piece[]
  audience: string
  deadline: string
  /** 下学期校历还没录入，按周一至周五算 */
  gap: string
  hasDeadline: boolean
  hasEvent: boolean
  hasPlace: boolean
  day: string
  from: string
  to: string
  canAddPhoto: boolean
}

const FIELD_PLACES: Record<string, Place> = { title: 'title', body: 'body', event: 'day', day: 'day' }

/** Findings that stop a notice: a warning only speaks, a queue or a hold is said by the button (screens.md 3.6). */
const blocks = ({ verdict }: Reason) => verdict === 'refuse' || verdict === 'deflect'
const speaks = (reason: Reason) => blocks(reason) || reason.verdict === 'warn' || reason.verdict === 'hold'

/** The author sends it all the same: what is only warned of, or what a person may let through (请人工看). */
const isWaved = (reason: Reason, waved: readonly string[]) =>
  waved.includes(reason.rule) && (!blocks(reason) || reason.wayOut.includes('human_review'))

/** What is refused, and is to be looked at by a person instead. */
export const asksReview = (reasons: readonly Reason[], waved: readonly string[]): boolean =>
  reasons.some((reason) => blocks(reason) && isWaved(reason, waved))

/**
 * Which findings are shown, and where.
 * @param waved what the author has read and sends anyway
 */
export function placeReasons(reasons: Reason[], waved: readonly string[]): PlacedReason[] {
  return reasons
    .filter((reason) => speaks(reason) && !isWaved(reason, waved))
    .map((reason) => ({
      place: placeOf(reason),
      blocks: blocks(reason),
      reason,
    }))
}

const OF_FIELDS = /^(?:fee|ground|issue|permission|exception)(?:\.|$)/
function placeOf({ rule, spans }: Reason): Place {
  const field = spans[0]?.field ?? ''
  if (OF_FIELDS.test(field)) return 'fields'
  return FIELD_PLACES[field] ?? (rule === 'N09' ? 'day' : 'rest')
}

/** The green button: what stands in the way, else which field of the kind is missing, else the preview (C39). */
export function presentAction(
  placed: PlacedReason[],
  missing: readonly Missing[] = [],
): { text: string; fix: boolean } {
  const left = placed.filter((each) => each.blocks).length
  if (left > 0) return { text: `还有${left}处要改`, fix: true }
  const [first] = missing
  return first && first in MISSING_FIELD_WORDS
    ? { text: `还缺${MISSING_WORDS[first]}`, fix: true }
    : { text: '预览', fix: false }
}

const MISSING_WORDS: Record<Missing, string> = {
  ...{ title: '标题', body: '正文', day: '日期', from: '离校时间', note: '改了什么' },
  form: '要家长回答的问题，或者有问题和选项没有写完',
  ...MISSING_FIELD_WORDS,
}
export function placeOfMissing(missing: Missing): Place {
  if (missing === 'from') return 'day'
  if (missing === 'note' || missing === 'form') return 'rest'
  return missing === 'title' || missing === 'body' || missing === 'day' ? missing : 'fields'
}
/** 还缺标题。 (N02) */
export function sayMissing(missing: Missing): string {
  return `还缺${MISSING_WORDS[missing]}。`
}

/** The quiet bar's sentence; empty when the class is open. */
export function presentQuiet(
  judgement: Judgement | undefined,
  form: Form,
  now: Instant,
  calendar?: SchoolCalendar,
): string {
  if (form.urgent) return `会立即送达，并告知校长。原因：${sayUrgent(form.urgent)}`
  if (judgement?.releaseAt === undefined) return ''
  const release = formatRelease(judgement.releaseAt, now)
  const queued = judgement.reasons.filter(({ verdict }) => verdict === 'queue')
  if (queued.some(({ rule }) => rule === 'T06')) {
    const day = beijingDay(judgement.releaseAt)
    const gap = calendar && sayGap(gapOf(day, calendar), day)
    return `今天休息，将于${release}送达${gap ? `。${gap}` : ''}`
  }
  const sameDay = beijingDay(judgement.releaseAt) === beijingDay(now)
  return `现在是${sameDay && endsNoon(release) ? '午休时间' : '安静时间'}，将于${release}送达`
}

/** Releases between noon and evening end a noon break; the others end a night. */
const endsNoon = (clock: string) => Number(clock.split(':')[0]) >= 12

function sayUrgent({ cause, reason }: { cause: UrgentCause; reason: string }): string {
  return `${URGENT_WORDS[cause]}，${reason}`
}

/** 三（2）班 40个孩子; 2个班 81个孩子; 全校 1200个孩子; 张小明的家长 */
export function sayAudience({ audience }: Pick<Form, 'audience'>, prepared: NoticePrepared): string {
  if (audience.to === 'child') {
    const child = prepared.classes.flatMap(({ roster }) => roster).find(({ childId }) => childId === audience.childId)
    return child ? `${child.name}的家长` : '一个孩子的家长'
  }
  const addressed = addressedClasses(audience, prepared)
  if (audience.to === 'children') return `${addressed[0]?.name ?? ''} ${audience.childIds.length}个孩子`
  if (audience.to === 'staff') return `${sayWhom(audience.whom)} ${countStaff(audience.whom, prepared)}人`
  const children = addressed.reduce((sum, each) => sum + each.children, 0)
  return `${sayPlace(audience, addressed)} ${children}个孩子`
}

/** Said before somebody writes what would not go out (G01). */
export function sayUnable(role: Role): string {
  const who = role === 'officer' ? '年级组长' : '任课老师'
  const instead = role === 'officer' ? '请交给班主任或学校发。' : '请交给班主任发；一个孩子的事可以只发给家长。'
  return `按本校公约，${who}不发通知。${instead}`
}

/** 全校, 三年级, 三（2）班, 2个班 */
export function sayPlace(audience: Audience, addressed: NoticePrepared['classes']): string {
  if (audience.to === 'school') return '全校'
  if (audience.to === 'grade') return gradeWord(audience.grade)
  return addressed.length === 1 ? (addressed[0]?.name ?? '') : `${addressed.length}个班`
}

/** 全体教职工, 班主任, 三年级老师, 选定的教职工 (N19) */
export function sayWhom(whom: Whom): string {
  if (whom === 'all') return '全体教职工'
  if (whom === 'heads') return '班主任'
  return 'grade' in whom ? `${gradeWord(whom.grade)}老师` : '选定的教职工'
}

export function countStaff(whom: Whom, { staff = [] }: Pick<NoticePrepared, 'staff'>): number {
  return addressedOf(staff, whom).length
}

/** How much of title and body is used, under the names that page data have. */
export const countsOf = <At extends '' | 'view.'>({ title, body }: Pick<Form, 'title' | 'body'>, at: At) =>
  ({
    [`${at}titleCount`]: `${title.length}/${limits.TITLE_MAX}`,
    [`${at}bodyCount`]: `${body.length}/${limits.BODY_MAX}`,
  }) as Record<`${At}${'titleCount' | 'bodyCount'}`, string>

/** Everything but the findings. */
export function presentForm(form: Form, prepared: NoticePrepared, reasons: Reason[], now: Instant): FormView {
  const { day, from, to } = form.event
  return {
    ...countsOf(form, ''),
    pieces: markText(form.body, reasons, 'body'),
    titlePieces: markText(form.title, reasons, 'title'),
    audience: sayAudience(form, prepared),
    deadline: formatDeadline(form.deadline, now),
    gap: sayGap(gapOf(beijingDay(form.deadline), prepared.calendar), beijingDay(form.deadline)),
    hasDeadline: wantsReply(form.replyMode),
    hasEvent: hasEvent(form.kind),
    hasPlace: hasPlace(form.kind),
    day: day ? formatDay(day) : '',
    from: from ? formatClock(from) : '',
    to: to ? formatClock(to) : '',
    canAddPhoto: form.photos.length < limits.PHOTOS_MAX,
  }
}
