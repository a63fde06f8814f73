// Decides how the last look before sending and the result after it read (screens.md 3.7).
import { beijingDay } from '@class-pact/core/calendar'
import type {
  Awaits,
  Instant,
  NoticeDocument,
  NoticePrepared,
  NoticePublished,
  Role,
  Verdict,
} from '@class-pact/core/contract'
import { awaitsOf, layOut, wantsReply } from '@class-pact/core/notice'
import type { Judgement } from '@class-pact/judge'
import { sayGap } from '../../../services/calendar-gap'
import { formatClock, formatDay, formatDeadline, formatRelease } from '../../../services/format'
import { isLeader } from '../../../services/session'
import { toFields } from '../../../domains/notice/field-form'
import { presentFields, type FieldLines } from '../../../domains/notice/field-lines'
import { addressedClasses } from '../compose/form'
import { countStaff, sayPlace, sayWhom as whomOf } from '../compose/present'
import { REPLY_WORDS } from '../../../domains/notice/words'
import type { Form } from '../../../domains/notice/draft'
import { presentQuestions, sayWho } from '../../../domains/notice/questions'

/** What lies on the sheet. */
export interface LetterView {
  title: string
  salutation: string
  body: string
  issuer: string
  /** YYYY-MM-DD */
  day: string
  photos: string[]
  /** What its kind has besides. */
  lines: FieldLines
  documents: NoticeDocument[]
}
export interface PreviewView {
  letter: LetterView
  /** Children addressed. */
  children: number
  audience: string
  /** 三（2）班, 3个班, 全校, 张小明的家长 */
  whom: string
  reply: string
  /** 9月2日18:00前签字 */
  due: string
  event: string
  send: string
  /** Of a form: what is asked, and how. */
  questions: { key: string; label: string; asks: string }[]
  /** 每个孩子填一份，匿名 */
  asked: string
  /** What would be held is the only leader's own: nobody could look at it (G01). */
  alone: string
}
export interface ResultView {
  title: string
  text: string[]
  icon: 'check' | 'clock'
  next: string
  /** It is out: the slip exists. */
  sent: boolean
  /** Whether [撤回] is offered. */
  withdrawable: boolean
}

const addressed = ({ audience }: Form, prepared: NoticePrepared) => addressedClasses(audience, prepared)

function childOf({ audience }: Form, prepared: NoticePrepared): string | undefined {
  if (audience.to !== 'child') return undefined
  return prepared.classes.flatMap(({ roster }) => roster).find(({ childId }) => childId === audience.childId)?.name
}

/** The sheet the families get. For several classes it shows the first one's. */
export function presentLetter(form: Form, prepared: NoticePrepared, now: Instant, role: Role): LetterView {
  const { to } = form.audience
  const className = to === 'school' ? undefined : addressed(form, prepared)[0]?.name
  const { title, body, photos, documents = [] } = form
  const letter = layOut({
    title,
    body,
    issuer: prepared.issuer,
    className,
    childName: childOf(form, prepared),
    few: to === 'children',
    staff: to === 'staff',
    at: now,
  })
  return {
    title: letter.title,
    salutation: letter.salutation,
    body: letter.paragraphs.join('\n'),
    issuer: letter.issuer,
    day: letter.day,
    photos: photos.map(({ path }) => path),
    lines: presentFields(
      toFields(form.fields, form.kind, role),
      isLeader(role) && form.fields?.bureau ? { source: 'bureau' } : {},
    ),
    documents: documents.map(({ path, ...document }) => ({ ...document, url: path })),
  }
}

function countChildren(form: Form, prepared: NoticePrepared): number {
  if (form.audience.to === 'child') return 1
  if (form.audience.to === 'children') return form.audience.childIds.length
  return addressed(form, prepared).reduce((sum, each) => sum + each.children, 0)
}

function sayAudience(form: Form, prepared: NoticePrepared): string {
  const child = childOf(form, prepared)
  if (child) return `${child}的家长`
  const { audience } = form
  if (audience.to === 'staff') return `${whomOf(audience.whom)}，${countStaff(audience.whom, prepared)}人`
  const classes = addressed(form, prepared)
  const children = countChildren(form, prepared)
  // How many guardians some children have the phone does not know.
  if (audience.to === 'children') return `${classes[0]?.name ?? ''}，${children}个孩子的家长`
  const guardians = classes.reduce((sum, each) => sum + each.guardians, 0)
  return `${classes.length > 1 ? `${classes.length}个班，` : ''}${children}个孩子，${guardians}位家长`
}

function sayWhom(form: Form, prepared: NoticePrepared): string {
  const { audience } = form
  if (audience.to === 'staff') return whomOf(audience.whom)
  if (audience.to === 'children') return `${audience.childIds.length}个孩子的家长`
  const child = childOf(form, prepared)
  return child ? `${child}的家长` : sayPlace(audience, addressed(form, prepared))
}

/** ▶ says what will happen: at once, at the opening, or after somebody has looked. */
export function saySend(
  { verdict, releaseAt }: Pick<Judgement, 'verdict' | 'releaseAt'>,
  now: Instant,
  amends = false,
): string {
  if (verdict === 'hold') return '提交审核'
  return releaseAt === undefined ? (amends ? '修改后重新送达' : '发送') : `${formatRelease(releaseAt, now)}送达`
}

const SUBMIT_WORDS: Record<Awaits, string> = { principal: '请校长批准', leader: '请另一位负责人批准' }

export function presentPreview(
  form: Form,
  prepared: NoticePrepared,
  judgement: Judgement,
  now: Instant,
  role: Role,
): PreviewView {
  const { day, place, from, to } = form.event
  const asksForm = form.replyMode === 'form'
  const word = REPLY_WORDS[form.replyMode]
  const deadline = wantsReply(form.replyMode) ? formatDeadline(form.deadline, now) : ''
  const clock = from ? ` ${formatClock(from)}${to ? `至${formatClock(to)}` : '起'}` : ''
  return {
    letter: presentLetter(form, prepared, now, role),
    audience: sayAudience(form, prepared),
    children: countChildren(form, prepared),
    whom: sayWhom(form, prepared),
    reply: deadline ? `${word}，${deadline}` : word,
    due: deadline ? `${deadline}${word}` : word,
    event: day ? `${formatDay(day)}${clock}${place.trim() ? `，${place.trim()}` : ''}` : '',
    questions: asksForm ? presentQuestions(form.form) : [],
    asked: asksForm && form.form ? sayWho(form.form) : '',
    send: awaitsOf(judgement.reasons, role)
      ? SUBMIT_WORDS[awaitsOf(judgement.reasons, role) ?? 'leader']
      : saySend(form.urgent ? { verdict: judgement.verdict } : judgement, now, form.amends !== undefined),
    alone: judgement.verdict === 'hold' && prepared.noReviewer ? '没有别的负责人可以看，请先邀请一位教导处' : '',
  }
}

/** What became of it; pushed is not reached, so the truth is on the slip. */
export function presentResult(
  { state, push, releaseAt, gap, verdict, noReviewer, awaits }: NoticePublished,
  now: Instant,
  amends = false,
): ResultView {
  if (state === 'queued' && releaseAt !== undefined) {
    return {
      title: '已排队',
      text: [`${formatRelease(releaseAt, now)}送达`, ...(gap ? [sayGap(gap, beijingDay(releaseAt))] : [])],
      icon: 'clock',
      next: '看通知',
      sent: false,
      withdrawable: true,
    }
  }
  if (state === 'published') {
    const text =
      push.notReminded > 0
        ? [`${push.reminded}人会收到微信提醒，${push.notReminded}人收不到，`, '名单在回执单里']
        : [`${push.reminded}人会收到微信提醒`]
    return {
      title: amends ? '已修改' : '已发送',
      text,
      icon: 'check',
      next: '看回执单',
      sent: true,
      withdrawable: false,
    }
  }
  return {
    title: noReviewer ? '要有人看过才发出' : awaits ? AWAITED_WORDS[awaits] : heldTitle(verdict),
    text: noReviewer ? ['没有别的负责人可以看，', '请先邀请一位教导处'] : [heldText(state)],
    icon: 'clock',
    next: '看通知',
    sent: false,
    withdrawable: true,
  }
}

const AWAITED_WORDS: Record<Awaits, string> = { principal: '已交校长批', leader: '已交另一位负责人批' }
const heldTitle = (verdict: Verdict) => (verdict === 'hold' ? '已交教导处看' : '正在检查')
const heldText = (state: NoticePublished['state']) =>
  state === 'checking' ? '照片检查中，通过后自动发出' : '通过后自动发出'
