// Decides what a person reads when the cloud or a rule says no: a sentence, where it comes from, at most two ways out.
import { beijingDay } from '@class-pact/core/calendar'
import { isRuleId } from '@class-pact/core/pact'
import type { Cite, Instant, Reason, Verdict } from '@class-pact/core/contract'
import type { PhoneError } from './cloud'
import { formatLongDate, formatRelease } from './format'
import { ACCOUNT_SENTENCES } from '../domains/account/sentences'
import { ALBUM_SENTENCES } from '../domains/album/sentences'
import { ATTENDANCE_SENTENCES } from '../domains/attendance/sentences'
import { BOOKING_SENTENCES } from '../domains/booking/sentences'
import { BUREAU_SENTENCES } from '../domains/bureau/sentences'
import { CLASS_SENTENCES } from '../domains/class/sentences'
import { DRAW_SENTENCES } from '../domains/draw/sentences'
import { INCIDENT_SENTENCES } from '../domains/incident/sentences'
import { JOIN_SENTENCES } from '../domains/join/sentences'
import { LEAVE_SENTENCES } from '../domains/leave/sentences'
import { sayDocument, sayFiles } from '../domains/notice/file-sentences'
import { NOTICE_SENTENCES } from '../domains/notice/sentences'
import { OFFICE_SENTENCES } from '../domains/office/sentences'
import type { Why } from '../domains/pact/explaining'
import { RULE_SENTENCES } from '../domains/pact/rule-sentences'
import { titleOf } from '@class-pact/core/pact-words'
import { PACT_SENTENCES } from '../domains/pact/sentences'
import { REGISTER_SENTENCES } from '../domains/register/sentences'
import { ROLL_SENTENCES } from '../domains/roll/sentences'
import { FILE_SENTENCES, SCHOOL_SENTENCES } from '../domains/school/sentences'
import { TALK_SENTENCES } from '../domains/talk/sentences'
import { TIMETABLE_SENTENCES } from '../domains/timetable/sentences'
import { YEAR_SENTENCES } from '../domains/year/sentences'
import { plainRule, type DomainSentences, type Facts, type RuleCopy } from './rule-copy'
import { SHARED_SENTENCES } from './shared-sentences'
import { isWayCode, offer, type Way } from './way-outs'

/** What rule-card shows. */
export interface RefusalCard {
  sentence: string
  /** 依据：班级公约第3版C22; with a paper of its own, 依据：本校《班级群管理制度》第三条“…”（班级公约第3版C22） */
  cite: string
  rule: string
  pactVersion: number
  ways: Way[]
  /** The field it belongs to. */
  field: string
  verdict: Verdict
  /** The words that decided, where a text was judged. */
  why?: Why
}

const WAYS_MAX = 2

/** Photos are counted: `photos.1` is the second. */
const PHOTO_FIELD = /^(?:photos|proof)\.(\d+)$/

const DOMAINS: DomainSentences[] = [
  SHARED_SENTENCES,
  ACCOUNT_SENTENCES,
  ALBUM_SENTENCES,
  ATTENDANCE_SENTENCES,
  BOOKING_SENTENCES,
  BUREAU_SENTENCES,
  CLASS_SENTENCES,
  DRAW_SENTENCES,
  INCIDENT_SENTENCES,
  JOIN_SENTENCES,
  LEAVE_SENTENCES,
  NOTICE_SENTENCES,
  OFFICE_SENTENCES,
  PACT_SENTENCES,
  REGISTER_SENTENCES,
  ROLL_SENTENCES,
  SCHOOL_SENTENCES,
  TALK_SENTENCES,
  TIMETABLE_SENTENCES,
  YEAR_SENTENCES,
]
/** What all domains say of one thing. */
function gather<Part extends keyof DomainSentences>(part: Part): NonNullable<DomainSentences[Part]> {
  return Object.assign({}, ...DOMAINS.map((domain) => domain[part])) as NonNullable<DomainSentences[Part]>
}
const RULE_OF_CODE = gather('rules')
const CODE_SENTENCES = gather('codes')
const FIELD_SENTENCES = gather('fields')

export interface Addressed {
  now: Instant
  isStaff?: boolean
}

/** The refusal card of an error. POST_REFUSED speaks with the rule that decided. */
export function presentError(error: PhoneError, reader: Addressed, facts: Facts = {}): RefusalCard {
  const [deciding] = error.reasons ?? []
  if (deciding) return presentReason(deciding, reader, { ...factsOf(error), ...facts })
  const rule = error.rule ?? RULE_OF_CODE[error.code] ?? ''
  const copy = CODE_SENTENCES[error.code] ?? copyOf(rule)
  const known: Facts = { isStaff: reader.isStaff, ...factsOf(error), ...untilOf(error.until, reader), ...facts }
  const ofField = sayField(error)
  return {
    sentence: ofField ?? copy.sentence(known),
    ...citeOf(error.cite),
    ways: copy.ways(known).slice(0, WAYS_MAX),
    field: error.field ?? '',
    verdict: 'refuse',
  }
}

/** A deadline that is too far away comes with the latest there is; a photo is counted. */
function sayField({ code, field = '', until, facts }: PhoneError): string | undefined {
  if (code === 'DOCUMENT_REFUSED') return sayDocument(field, facts?.['why'])
  if (code === 'FILE_UNREADABLE') return FILE_SENTENCES[field]
  if (code !== 'INPUT_INVALID') return undefined
  if (field === 'deadline' && until !== undefined) {
    return `截止时间最迟到${formatLongDate(beijingDay(until - 1))}。`
  }
  const [, photo] = PHOTO_FIELD.exec(field) ?? []
  return photo === undefined
    ? FIELD_SENTENCES[field]
    : `第${Number(photo) + 1}张照片没有传好，请您换一张JPG或PNG的照片。`
}

/** The refusal card of one rule's finding. */
export function presentReason(reason: Reason, reader: Addressed, facts: Facts = {}): RefusalCard {
  const copy = RULE_SENTENCES[reason.rule]
  const { params } = reason
  const known: Facts = {
    isStaff: reader.isStaff,
    ...(params && { params }),
    ...(reason.verdict === 'refuse' && { refused: true }),
    ...(reason.verdict === 'hold' && { held: true }),
    ...untilOf(reason.until, reader),
    ...facts,
  }
  const ofFiles = sayFiles(reason)
  const ways = ofFiles
    ? ofFiles.ways
    : copy
      ? copy.ways(known).filter(({ code }) => code !== 'human_review' || reason.wayOut.includes(code))
      : reason.wayOut.filter(isWayCode).map((code) => offer(code))
  return {
    sentence: ofFiles?.sentence ?? (copy ?? copyOf(reason.rule)).sentence(known),
    ...citeOf(reason.cite),
    ways: ways.slice(0, WAYS_MAX),
    field: reason.spans[0]?.field ?? '',
    verdict: reason.verdict,
  }
}

/** A rule without a sentence of its own speaks with the pact's. */
function copyOf(rule: string): RuleCopy {
  if (!isRuleId(rule)) return RULE_SENTENCES[rule] ?? plainRule('这一步现在不能做。', offer('edit'))
  return RULE_SENTENCES[rule] ?? plainRule(({ params }) => titleOf(rule, params), offer('edit'))
}

export function citeOf(cite: Cite | undefined): Pick<RefusalCard, 'cite' | 'rule' | 'pactVersion'> {
  if (!cite) return { cite: '', rule: '', pactVersion: 0 }
  const { rule, pactVersion, own } = cite
  const place = `班级公约第${pactVersion}版${rule}`
  if (!own) return { cite: `依据：${place}`, rule, pactVersion }
  return { cite: `依据：本校《${own.paper}》${own.article ?? ''}“${own.line}”（${place}）`, rule, pactVersion }
}

function untilOf(until: Instant | undefined, { now }: Addressed): Facts {
  return until === undefined ? {} : { until: formatRelease(until, now) }
}

function factsOf({ facts = {} }: PhoneError): Facts {
  const { missing, count, closed, total, title, role, day } = facts
  const what = facts['what'] ?? (typeof day === 'string' ? formatLongDate(day) : undefined)
  const number = Number(missing ?? count)
  const label = what ?? title
  return {
    ...(Number.isFinite(number) && { count: number }),
    ...(closed !== undefined && { closed: Boolean(closed) }),
    ...(total !== undefined && { total: Number(total) }),
    ...(label !== undefined && { what: String(label) }),
    ...((role === 'principal' || role === 'head_teacher') && { post: role }),
  }
}
