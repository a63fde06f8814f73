// Decides how the audit and the kept evidence read on a phone, and as the tables a principal takes along (G11, G12).
import type { AuditRow, Evidence, Instant } from '@class-pact/core/contract'
import type { Anchored } from '@class-pact/core/audit'
import { formatClass, formatMoment } from '../../../services/format'
import { ROLE_WORDS } from '../../../services/words'

const AUDIT_COLUMNS = [
  ...['seq', 'at', 'by', 'who', 'role', 'action', 'target', 'detail', 'previous', 'hash'],
] as (keyof AuditRow)[]
const EVIDENCE_COLUMNS = [
  ...['evidenceId', 'noticeId', 'classNames', 'writtenAt', 'by', 'author', 'role', 'title', 'body', 'photos', 'rules'],
  ...['photoDigests', 'photoUrls', 'label', 'keptAt', 'keptBy', 'decided', 'digest', 'intact'],
] as (keyof Evidence)[]

/** One value of a table: quoted where a comma, a quote or a line end would tear it, and never a formula. */
function writeCell(value: string): string {
  const plain = /^[=+\-@]/.test(value) ? `'${value}` : value
  return /[",\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

function writeTable<Row>(columns: readonly (keyof Row)[], rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    columns
      .map((column) => {
        const value = row[column]
        return writeCell(typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))
      })
      .join(','),
  )
  return [columns.join(','), ...lines].join('\n')
}

/** Every row with its seals, so that whoever gets it can check the chain again; the school is part of each seal. */
export function writeAudit(schoolId: string, rows: readonly AuditRow[]): string {
  const whole = rows.map((row) => ({ ...row, school: schoolId }))
  return writeTable(['school', ...AUDIT_COLUMNS], whole)
}

/** Every kept post, complete; its digest is in the audit too. */
export function writeEvidence(evidence: readonly Evidence[]): string {
  return writeTable(EVIDENCE_COLUMNS, evidence)
}

export interface AuditRowView {
  seq: number
  text: string
  sub: string
}

/** The newest first. */
export function presentAudit(rows: readonly AuditRow[], now: Instant, most: number): AuditRowView[] {
  return rows
    .slice(-most)
    .reverse()
    .map(({ seq, at, action, role, who }) => ({
      seq,
      text: sayAct(action),
      sub: [`第${seq}条`, formatMoment(at, now), who ?? sayRole(role)].join('，'),
    }))
}

const sayRole = (role: AuditRow['role']) => (role === 'system' ? '自动' : ROLE_WORDS[role])

/** What is done; the table has the names as they are stored. */
const ACT_WORDS: Record<string, string> = {
  'notice.publish': '提交通知',
  'notice.release': '通知送达',
  'notice.held': '通知送审',
  'notice.withdraw': '撤回通知',
  'slip.open': '建回执单',
  'slip.sign': '签收',
  'slip.followUp': '记下联系结果',
  'slip.close': '办结',
  'review.approve': '审核通过',
  'review.return': '退回并说明',
  'review.refuse': '不予发出',
  'review.talk': '请作者私聊',
  'evidence.keep': '留存证据',
  'report.file': '向校长反映',
  'report.answer': '答复反映',
  'case.open': '开始处理',
  'case.step': '处理一步',
  'case.close': '了结',
  'leave.submit': '提交假条',
  'leave.approve': '批准假条',
  'leave.reject': '驳回假条',
  'leave.decide': '审批假条',
  'leave.undo': '收回审批',
  'leave.withdraw': '撤回假条',
  'leave.return': '销假',
  'join.guardian': '家长加入',
  'join.staff': '老师加入',
  'invitation.create': '发出邀请',
  'application.submit': '提交申请',
  'application.withdraw': '撤回申请',
  'application.decide': '答复申请',
  'application.approve': '通过申请',
  'seat.request': '申请席位',
  'seat.raise': '增加席位',
  'seat.settle': '核对席位',
  'seat.leave': '退出班级',
  'post.leave': '结束任教',
  'teacher.remove': '结束任教',
  'class.release': '换班主任',
  'class.update': '改班级电话',
  'committee.mark': '家委会成员',
  'supervisor.name': '设监督员',
  'roster.import': '导入名单',
  'school.activate': '开通学校',
  'school.update': '改学校电话',
  'slip.remind': '提醒一次',
  'slip.takeBack': '收回联系结果',
  'override.see': '看过加急通知',
  'person.delete': '删除数据',
  'member.remove': '移出班级',
  'class.review': '成员核对',
  'child.phones': '查看电话',
  'pact.adopt': '公约新版',
}

function sayAct(action: string): string {
  return ACT_WORDS[action] ?? action
}

export interface EvidenceView {
  evidenceId: string
  title: string
  body: string
  who: string
  sub: string
  broken: boolean
}

const DECISION_WORDS: Record<NonNullable<Evidence['decided']>['decision'], string> = {
  approve: '已通过',
  return: '已退回',
  talk: '已请作者私聊',
  refuse: '没有发出',
}

export function presentEvidence(evidence: readonly Evidence[], now: Instant): EvidenceView[] {
  return evidence.map(
    ({ evidenceId, title, body, author, classNames, writtenAt, keptAt, keptBy, decided, intact }) => ({
      evidenceId,
      title,
      body,
      who: [classNames.map(formatClass).join('、'), author, `${formatMoment(writtenAt, now)}写`]
        .filter(Boolean)
        .join('，'),
      sub: intact
        ? `${keptBy} ${formatMoment(keptAt, now)}留存，${decided ? DECISION_WORDS[decided.decision] : '待审'}`
        : '与留存时不一致，请保留现状并报告',
      broken: !intact,
    }),
  )
}

/** What became of the end that was taken along before. */
export function sayAnchored(anchored: Anchored, seq: number): string {
  if (anchored === 'unbroken') return `上次取走的到第${seq}条，现在都还在，没有改动`
  return anchored === 'cut'
    ? `上次取走时到第${seq}条，现在没有这么多，请保留现状并报告`
    : `第${seq}条与上次取走的不同，请保留现状并报告`
}

export function sayChain(count: number, brokenAt: number | undefined): string {
  return brokenAt === undefined ? `共${count}条，逐条核对无误` : `第${brokenAt}条与前一条对不上，请保留现状并报告`
}
