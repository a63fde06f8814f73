// Decides how a held post reads to whoever reviews it: the words that stopped it, what WeChat said.
import type { Instant, NoticeDocument, ReviewItem } from '@class-pact/core/contract'
import { formatClock, formatDay, formatMoment } from '../../../services/format'
import { markText } from '../../../domains/notice/marks'
import type { Piece } from '../../../domains/notice/marks'
import { presentReason } from '../../../services/sentences'
import { presentFields, type FieldLines } from '../../../domains/notice/field-lines'
import { KIND_WORDS } from '../../../domains/notice/words'

const HOUR_MS = 3_600_000
/** From here one counts in days. */
const DAYS_FROM_HOURS = 48
/** What a returned post most often lacks; one tap each. */
export const RETURN_WORDS = ['请写得更具体', '请删去标出的话', '请当面或私下说'] as const

export interface PhotoView {
  fileId: string
  url: string
  /** What WeChat says of it; '' when it has passed. */
  word: string
  risky: boolean
  label: string
}

const PHOTO_WORDS: Record<ReviewItem['photos'][number]['suggest'], string> = {
  pass: '',
  pending: '检查中',
  review: '需人工看',
  risky: '有风险',
}

export interface HeldView {
  noticeId: string
  kind: string
  title: Piece[]
  body: Piece[]
  who: string
  age: string
  check: string
  rules: { rule: string; pactVersion: number; sentence: string; cite: string }[]
  photos: PhotoView[]
  documents: NoticeDocument[]
  /** Photos WeChat calls risky: looked at before the post is let through. */
  risky: string[]
  kept: boolean
  isMine: boolean
  lines: FieldLines
  /** 9月1日 周二 17:00，操场 */
  event: string
  /** Who asked for an exception, and why; or that the author asks for a person's look. */
  asked: string
  /** Only a principal decides it: said to everybody else. */
  awaited: boolean
  label: string
}

/** Labels of msgSecCheck (platform: text check); the others carry no more than their suggestion. */
const LABEL_WORDS: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
}

export function sayCheck({ suggest, label }: ReviewItem['check']): string {
  const what = label === undefined ? undefined : LABEL_WORDS[label]
  if (suggest === 'pass') return '微信检查：通过'
  if (suggest === 'unavailable') return '微信检查：没有结果，需人工看'
  return `微信检查：${suggest === 'risky' ? '有风险' : '需人工看'}${what ? `（${what}）` : ''}`
}

export function sayAge(heldAt: Instant, now: Instant): string {
  const hours = Math.floor((now - heldAt) / HOUR_MS)
  if (hours >= DAYS_FROM_HOURS) return `已等${Math.floor(hours / 24)}天`
  return hours > 0 ? `已等${hours}小时` : `${formatMoment(heldAt, now)}提交`
}

function sayEvent(event: ReviewItem['event']): string {
  if (!event) return ''
  const { day, from, to, place } = event
  const clock = from ? ` ${formatClock(from)}${to ? `至${formatClock(to)}` : ''}` : ''
  return [`${formatDay(day)}${clock}`, place].filter(Boolean).join('，')
}

export function presentHeld(item: ReviewItem, now: Instant, isPrincipal = false): HeldView {
  const reasons = item.reasons.filter(({ verdict }) => verdict !== 'queue')
  return {
    noticeId: item.noticeId,
    kind: KIND_WORDS[item.kind],
    title: markText(item.title, reasons, 'title'),
    body: markText(item.body, reasons, 'body'),
    who: [item.classNames.join('、'), item.author].filter(Boolean).join('，'),
    age: sayAge(item.heldAt, now),
    check: sayCheck(item.check),
    rules: reasons.map((reason) => {
      const { sentence, cite, rule, pactVersion } = presentReason(reason, { now, isStaff: true })
      return { rule, pactVersion, sentence, cite }
    }),
    photos: item.photos.map(({ fileId, url, suggest }, index) => ({
      ...{ fileId, url, word: PHOTO_WORDS[suggest], risky: suggest === 'risky' },
      label: ['看第', `${index + 1}`, '张照片', PHOTO_WORDS[suggest] && `，微信检查：${PHOTO_WORDS[suggest]}`].join(''),
    })),
    documents: item.documents ?? [],
    risky: item.photos.flatMap(({ fileId, suggest }) => (suggest === 'risky' ? [fileId] : [])),
    kept: item.kept,
    isMine: item.isMine,
    lines: presentFields(item.fields),
    event: sayEvent(item.event),
    asked: item.fields?.exception
      ? `${item.author}请校长特批：${item.fields.exception.reason}`
      : item.asksReview
        ? '作者请人工看'
        : '',
    awaited: item.awaits === 'principal' && !isPrincipal,
    label: `${KIND_WORDS[item.kind]}，${item.title}，${item.author}`,
  }
}
