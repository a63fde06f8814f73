// Decides the closed lists of words that phone and cloud share; the Chinese for them lives on the phone.
import * as z from 'zod/mini'
import * as limits from './limits'

/**
 * `officer`: who holds an office of `OFFICES`; `stand_in`: who stands in for a head teacher for some days (M17, L03).
 * `bureau`: who sits for the education bureau over schools that have seated it, and is in none of them (G22).
 */
export const ROLES = [
  'guardian',
  'head_teacher',
  'teacher',
  'office',
  'principal',
  'supervisor',
  'officer',
  'stand_in',
  'bureau',
] as const
export type Role = (typeof ROLES)[number]
/** What has ended for somebody who was there: the class graduated, the child left it, or does not come for a while (L12, L13). */
export const CLOSED = ['archived', 'left', 'suspended'] as const
export type Closed = (typeof CLOSED)[number]
/** 离校 转学 休学 */
export const LEAVING_CAUSES = ['left', 'transferred', 'suspended'] as const
export type LeavingCause = (typeof LEAVING_CAUSES)[number]
/** Why a child's line on a slip is closed without a signature: the child left, does not come for a while, went to another class (L12). */
export const LINE_CLOSED = ['left', 'suspended', 'moved'] as const
export type LineClosed = (typeof LINE_CLOSED)[number]
export type StaffRole = Exclude<Role, 'guardian' | 'supervisor' | 'officer' | 'stand_in' | 'bureau'>

/** 年级组长 政教处 团委 总务处 值周组 电教 (M17) */
export const OFFICES = ['grade_leader', 'discipline', 'youth_league', 'logistics', 'weekly_duty', 'equipment'] as const
export type Office = (typeof OFFICES)[number]
/** What a principal asks somebody into: another principal, the 教导处, or an office. */
export const POSTS = ['principal', 'office', ...OFFICES] as const
export type Post = (typeof POSTS)[number]
/** As a class's name begins: 三（2）班, 中二班. */
export const GRADES = [
  ...(['托', '小', '中', '大', '学前'] as const),
  ...(['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const),
  ...(['初一', '初二', '初三', '高一', '高二', '高三'] as const),
] as const
export type Grade = (typeof GRADES)[number]

export const SCHOOL_KINDS = ['kindergarten', 'primary'] as const
export type SchoolKind = (typeof SCHOOL_KINDS)[number]

/** 妈妈 爸爸 爷爷 奶奶 外公 外婆 其他监护人 */
export const RELATIONS = [
  'mother',
  'father',
  'grandpa',
  'grandma',
  'maternal_grandpa',
  'maternal_grandma',
  'other',
] as const
export type Relation = (typeof RELATIONS)[number]

/** 通知 活动 外出 放假停课 安全 离校 收费 告家长书 家长会 喜报 资源 作业 刊物 (N12) */
export const NOTICE_KINDS = [
  'notice',
  'activity',
  'outing',
  'closure',
  'safety',
  'dismissal',
  'fee',
  'letter',
  'meeting',
  'praise',
  'resource',
  'homework',
  'bulletin',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** 省级以上表彰 校级以上竞赛 见义勇为 (H07) */
export const PRAISE_GROUNDS = ['province', 'contest', 'courage'] as const
export type PraiseGround = (typeof PRAISE_GROUNDS)[number]

/** 无需回复 已读 确认 签字 填表 (V5). 回报: of the staff alone (N19). */
export const REPLY_MODES = ['none', 'read', 'confirm', 'sign', 'form', 'report'] as const
export type ReplyMode = (typeof REPLY_MODES)[number]

/** A form is answered once for every child, or once for all children of one guardian (N20). */
export const FORM_PER = ['child', 'family'] as const

/** Whether somebody writes to many: at once, after somebody has looked, or not at all (G01). */
export const PUBLISHING = ['free', 'review', 'none'] as const
export type Publishing = (typeof PUBLISHING)[number]

/** 孩子安全 临时停课 提前离校 其他 */
export const URGENT_CAUSES = ['safety', 'closure', 'dismissal', 'other'] as const
export type UrgentCause = (typeof URGENT_CAUSES)[number]

export const NOTICE_STATES = [
  'draft',
  'checking',
  'held',
  'queued',
  'published',
  'closed',
  'withdrawn',
  'refused',
] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** 教育局 学校 班级 (N01) */
export const NOTICE_SOURCES = ['bureau', 'school', 'class'] as const
export type NoticeSource = (typeof NOTICE_SOURCES)[number]

/** 电话 纸质 当面 家访 (N06) */
export const FOLLOW_UP_WAYS = ['phone', 'paper', 'face', 'visit'] as const
export type FollowUpWay = (typeof FOLLOW_UP_WAYS)[number]

/** 发热 咳嗽 肠胃不适 其他病假 事假 */
export const LEAVE_KINDS = ['fever', 'cough', 'stomach', 'sick', 'personal'] as const
export type LeaveKind = (typeof LEAVE_KINDS)[number]

/** 待批 已批 驳回 撤回 销假 (L03) */
export const LEAVE_STATES = ['pending', 'approved', 'rejected', 'withdrawn', 'returned'] as const
export type LeaveState = (typeof LEAVE_STATES)[number]

/** At whose desk a leave can lie, in the order of their word (L14). */
export const LEAVE_DESKS = ['head_teacher', 'office', 'principal'] as const
export type LeaveDesk = (typeof LEAVE_DESKS)[number]

export const HALVES = ['am', 'pm'] as const
export type Half = (typeof HALVES)[number]

/** Message templates W1–W5 of screens.md 5. */
export const TEMPLATES = ['notice', 'leave_result', 'arrival', 'talk_reply', 'todo'] as const
export type Template = (typeof TEMPLATES)[number]

/** An instant: epoch milliseconds. */
export type Instant = number
/** A day in Beijing: `YYYY-MM-DD`. */
export type Day = string

export const id = z.string().check(z.regex(/^[\w:.-]+$/), z.maxLength(limits.ID_MAX))
export const token = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(limits.TOKEN_MAX))
export const fileId = z.string().check(z.startsWith('cloud://'), z.maxLength(limits.FILE_ID_MAX))
/** SHA-256 of a file, as `roster.preview` gave it. */
export const digest = z.string().check(z.regex(/^\w{1,64}$/))
/** `Identity.key`: `guardian:<childId>`. */
export const identityKey = z.string().check(z.regex(/^[\w:.-]+$/), z.maxLength(limits.ID_MAX * 2))
/** A day that exists: Date takes 30 February for a day in March. */
const isDay = (written: string) => new Date(`${written}T00:00:00Z`).toISOString().startsWith(written)
export const day = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { abort: true }), z.refine(isDay))
/** A month in Beijing: `YYYY-MM`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export const instant = z.int().check(z.gte(limits.INSTANT_MIN), z.lte(limits.INSTANT_MAX))
export const phone = z.string().check(z.regex(/^1[3-9]\d{9}$/))
/** A number to call a school at: 010-12345678, 010-12345678-801, 12345678, or a mobile. */
const OFFICE_PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[1-9]\d{6,7}(-\d{1,6})?)$/
export const officePhone = z.string().check(z.regex(OFFICE_PHONE))
export const isOfficePhone = (written: string): boolean => OFFICE_PHONE.test(written)
/** Where a page of a list ended: what came as `next`. */
export const cursor = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(limits.CURSOR_MAX))
/** A list that is handed out page by page. */
export interface Paged {
  /** All there are, on this page and others. */
  total: number
  /** Pass as `after` for the next page; absent at the end. */
  next?: string
}
export const requestId = z.string().check(z.regex(/^[\w-]{8,64}$/))

/** From one day to another, both included. */
export interface DaySpan {
  from: Day
  to: Day
}

/** 寒假 暑假 运动会 考试 停课 放假 */
export const CLOSURE_CAUSES = ['winter', 'summer', 'sports', 'exam', 'suspended', 'holiday'] as const
export type ClosureCause = (typeof CLOSURE_CAUSES)[number]

/** Days without lessons, and why. */
export interface Closure extends DaySpan {
  cause: ClosureCause
}

/** When a class has lessons on a school day; between the two is noon. */
export interface LessonHours {
  morning: { from: string; to: string }
  afternoon: { from: string; to: string }
}

/** A school's own calendar: what it says goes before the national one (T06). Schools that have not entered it have the lists only. */
export interface SchoolCalendar {
  /** Single days without lessons. */
  rest: Day[]
  /** Days with lessons all the same: 补课日. */
  school: Day[]
  /** In order; between two of them there is no school. */
  terms?: DaySpan[]
  closures?: Closure[]
  hours?: LessonHours
}

/**
 * Why nobody knows for sure whether there is school on a day. `term`: it comes after the last term that the school has entered.
 * `holiday`: the school has entered no terms, and the day may lie in a winter or summer holiday. `year`: the national calendar
 * of that year is not published, and the school has entered nothing either.
 */
export type CalendarGap = 'term' | 'holiday' | 'year'

/** 只留学校通知 全部暂停 (G10, G19) */
export const STOP_LEVELS = ['class', 'all'] as const
export type StopLevel = (typeof STOP_LEVELS)[number]

/** 不是孩子的家长 转走了 换了微信号 其他 */
export const REMOVAL_CAUSES = ['not_guardian', 'moved', 'other_account', 'other'] as const

export type RemovalCause = (typeof REMOVAL_CAUSES)[number]

/** 指导 提醒 禁言1天 7天 30天 请出, in this order; there are no fines (G04, G05, G08). */
export const CASE_STEPS = ['guide', 'remind', 'mute_1', 'mute_7', 'mute_30', 'remove'] as const

export type CaseStep = (typeof CASE_STEPS)[number]
/** 班主任 学生工作处 分管校长 校务委员会: where an open case can lie, in the order in which it rises (G21). */
export const CASE_DESKS = ['head_teacher', 'discipline', 'office', 'principal'] as const
export type CaseDesk = (typeof CASE_DESKS)[number]

/** A document on a notice's page, with the address it opens at for some minutes; '' while the storage does not answer. */
export interface NoticeDocument {
  fileId: string
  name: string
  bytes: number
  url: string
}
