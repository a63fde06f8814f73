// Decides what a person reads when the cloud or a rule says no: a sentence, where it comes from, at most two ways out.
import { beijingDay } from '@class-pact/core/calendar'
import { isRuleId } from '@class-pact/core/pact'
import { limits, type Cite, type Instant, type Reason, type Verdict } from '@class-pact/core/contract'
import type { PhoneError, PhoneErrorCode } from './cloud'
import { formatLongDate, formatRelease } from './format'
import { titleOf } from './rule-titles'
import { RULE_SENTENCES, plainRule, type Facts, type RuleCopy } from './rule-sentences'
import { isWayCode, offer, type Way } from './way-outs'

/** What rule-card shows. */
export interface Refusal {
  sentence: string
  /** 依据：班级公约第3版C22 */
  cite: string
  rule: string
  pactVersion: number
  ways: Way[]
  /** The field it belongs to. */
  field: string
  verdict: Verdict
}

const WAYS_MAX = 2

/** What is wrong with a field, where one can say more than that something is. */
const FIELD_SENTENCES: Record<string, string | undefined> = {
  deadline: '截止时间要晚于送达时间。',
  signature: '签名没有传好，请您重写一次。',
  span: `一张假条最多${limits.LEAVE_DAYS_MAX}天，请分开填。`,
  title: '标题要有看得见的字。',
  body: '正文要有看得见的字。',
  name: '姓名只写文字，不写数字和网址。',
  principalName: '姓名只写文字，不写数字和网址。',
  guardianName: '您的姓名只写文字，不写数字和网址。',
  childName: '孩子的姓名只写文字，不写数字和网址。',
  typedName: '请写您自己的姓名，不写数字和网址。',
  subject: '科目只写文字，如语文、体育。',
  schoolName: '校名要有看得见的字。',
  reason: '原因要有看得见的字。',
  words: '说明要有看得见的字。',
  evidence: '经过要有看得见的字。',
  told: '请写告诉了谁。',
}
/** What a file of a roster lacks. */
const FILE_SENTENCES: Record<string, string | undefined> = {
  kind: '这不是表格。请在电脑上打开它，另存为.xlsx再传，或用模板填好再传。',
  password: '这个文件加了密码。请去掉密码，另存一份再传。',
  file: '这个文件打不开，可能坏了。请在电脑上打开它，另存为.xlsx再传。',
  size: '这个文件太大。名单只要文字，请删掉图片和多余的表，或分几个班传。',
  sheet: '这个文件的行或工作表太多（最多5000行）。请分几份传。',
  header: '没有找到表头。请在名单上面加一行，写明哪一列是姓名，再传。',
}
/** Photos are counted: `photos.1` is the second. */
const PHOTO_FIELD = /^(?:photos|proof)\.(\d+)$/

/** Codes whose sentence is a rule's. */
const RULE_OF_CODE: Partial<Record<PhoneErrorCode, string>> = {
  FORBIDDEN: 'M14',
  CONSENT_NEEDED: 'M12',
  CARD_NEEDED: 'M10',
  SEATS_FULL: 'M01',
  NOT_ON_ROSTER: 'M02',
  PUPIL_REFUSED: 'M03',
  SUBJECT_NEEDED: 'M07',
  TRY_AGAIN: 'G18',
  SIGNATURE_NEEDED: 'N08',
  REPLY_NOT_WANTED: 'C29',
  NOT_ALL_REACHED: 'N06',
  REVIEWER_IS_AUTHOR: 'G01',
  NOT_COMMITTEE: 'M06',
  APPLICANT_CANNOT_APPROVE: 'L03',
}

/** Codes with a sentence of their own. */
const CODE_SENTENCES: Partial<Record<PhoneErrorCode, RuleCopy>> = {
  OFFLINE: plainRule('网络不通。已存草稿，联网后再提交。', offer('retry')),
  INPUT_INVALID: plainRule('有一处填得不对，请看一下。', offer('edit')),
  REQUEST_REUSED: plainRule('内容和刚才提交的不一样，这次没有做，请再提交一次。', offer('retry')),
  TOO_MANY: plainRule(
    ({ until }) => `短时间内次数到上限了，${until ? `${until}后` : '过一会儿'}可以继续。`,
    offer('acknowledge'),
  ),
  ACTION_UNKNOWN: plainRule('小程序刚更新，请关掉再打开。', offer('back_to_today')),
  ACTIVATION_INVALID: plainRule('激活码不对或已用过，请向开通人员核对。', offer('edit')),
  INVITATION_INVALID: plainRule('邀请已失效，请老师再发一张。', offer('acknowledge')),
  CLASS_TAKEN: plainRule('这个班已有班主任，要换人请校长先在成员里换。', offer('acknowledge')),
  LAST_IN_POST: plainRule(
    ({ post, what }) =>
      post === 'principal'
        ? `您是${what ?? '学校'}唯一的校长，请先联系开通人员换一位校长，再删除。`
        : `您是${what ?? '这个班'}的班主任，请先请校长换一位班主任，再删除。`,
    offer('acknowledge'),
  ),
  APPLICATION_DECIDED: plainRule('这份申请已经处理过了。', offer('acknowledge')),
  UPLOADS_FULL: plainRule('今天传的文件已经很多，请您明天再传。', offer('acknowledge')),
  SIGNATURE_NAME: plainRule('请写您自己的姓名，要和加入班级时写的一样；也可以手写签名。', offer('edit')),
  FILE_UNREADABLE: plainRule(
    '这个文件读不出名单，请用模板填好再传。',
    offer('retry', '换个文件'),
    offer('use_template'),
  ),
  FILE_CHANGED: plainRule('文件或选择和刚才预览的不一样，请重新预览。', offer('retry', '重新预览')),
  POST_REFUSED: plainRule('这段话不合适，没有提交，请改一改。', offer('edit')),
  PHOTO_RISKY: plainRule(({ count = 1 }) => `微信认为有${count}张照片有风险，请先点开看。`, offer('acknowledge')),
  NOTICE_STATE: plainRule('这份通知的状态刚变了，请看一下。', offer('acknowledge')),
  NOTICE_CHANGED: plainRule('内容刚更新，请看过再签。', offer('acknowledge', '看新内容')),
  PACT_CHANGED: plainRule('刚有新的版本，请看过再调整。', offer('acknowledge', '看新版本')),
  REMINDED_ALREADY: plainRule('已经提醒过一次，没回复的请打电话。', offer('see_list')),
  OUT_OF_HOURS: plainRule('现在不提醒，请在开放时间再提醒。', offer('acknowledge')),
  CASE_OPEN: plainRule('这位家长的事正在处理，请接着那一件办。', offer('acknowledge')),
  CASE_STATE: plainRule('这件事已了结，或已转校长处理。', offer('acknowledge')),
  CASE_STEP: plainRule('要一步一步来，只能做下一步。', offer('acknowledge')),
  REPORT_ANSWERED: plainRule('这件事已经答复过了。', offer('acknowledge')),
  LEAVE_OVERLAP: plainRule(({ what }) => `${what ?? '这几天'}已请过假。`, offer('see_leave')),
  LEAVE_STATE: plainRule('这张假条已经处理过了。', offer('acknowledge')),
  LEAVE_LATE: plainRule(
    ({ what }) => `请假日期要从${what ?? '今天'}起，更早的请联系老师。`,
    offer('change_day'),
    offer('contact_teacher'),
  ),
  LEAVE_AHEAD: plainRule(({ what }) => `请假日期最晚到${what ?? '本学年末'}，以后的请到时再请。`, offer('change_day')),
  LEAVE_EMPTY: plainRule('这几天不上学，不用请假。', offer('change_day')),
}

export interface Reader {
  now: Instant
  isStaff?: boolean
}

/** The refusal card of an error. POST_REFUSED speaks with the rule that decided. */
export function presentError(error: PhoneError, reader: Reader, facts: Facts = {}): Refusal {
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
function sayField({ code, field = '', until }: PhoneError): string | undefined {
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
export function presentReason(reason: Reason, reader: Reader, facts: Facts = {}): Refusal {
  const copy = RULE_SENTENCES[reason.rule]
  const { params } = reason
  const known: Facts = {
    isStaff: reader.isStaff,
    ...(params && { params }),
    ...untilOf(reason.until, reader),
    ...facts,
  }
  const ways = copy ? copy.ways(known) : reason.wayOut.filter(isWayCode).map((code) => offer(code))
  return {
    sentence: (copy ?? copyOf(reason.rule)).sentence(known),
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

function citeOf(cite: Cite | undefined): Pick<Refusal, 'cite' | 'rule' | 'pactVersion'> {
  if (!cite) return { cite: '', rule: '', pactVersion: 0 }
  const { rule, pactVersion } = cite
  return { cite: `依据：班级公约第${pactVersion}版${rule}`, rule, pactVersion }
}

function untilOf(until: Instant | undefined, { now }: Reader): Facts {
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
