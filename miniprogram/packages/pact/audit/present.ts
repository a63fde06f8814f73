// Decides how the audit and the kept evidence read on a phone, and as the tables a principal takes along (G11, G12).
import type { AuditRow, Evidence, Instant } from '@class-pact/core/contract'
import type { Anchored } from '@class-pact/core/audit'
import { formatClass, formatMoment } from '../../../services/format'
import { ROLE_WORDS } from '../../../services/words'

const AUDIT_COLUMNS = [
  ...['seq', 'at', 'by', 'who', 'role', 'action', 'said', 'target', 'detail', 'previous', 'hash'],
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
    .map(({ seq, at, action, said, role, who }) => ({
      seq,
      text: said ?? action,
      sub: [`第${seq}条`, formatMoment(at, now), who ?? sayRole(role)].join('，'),
    }))
}

const sayRole = (role: AuditRow['role']) => (role === 'system' ? '自动' : ROLE_WORDS[role])

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
