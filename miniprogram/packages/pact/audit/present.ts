// Decides how the audit reads on a phone, and as the table a principal takes along (G11, G12).
import type { AuditRow, Instant } from '@class-pact/core/contract'
import { formatMoment } from '../../../services/format'

const COLUMNS = ['seq', 'at', 'by', 'role', 'action', 'target', 'detail', 'previous', 'hash'] as const

/** One value of a table: quoted where a comma, a quote or a line end would tear it, and never a formula. */
function writeCell(value: string): string {
  const plain = /^[=+\-@]/.test(value) ? `'${value}` : value
  return /[",\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

/** Every row with its seals, so that whoever gets it can check the chain again. */
export function writeTable(rows: readonly AuditRow[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => {
      const value = row[column]
      return writeCell(typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))
    }).join(','),
  )
  return [COLUMNS.join(','), ...lines].join('\n')
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
    .map(({ seq, at, action, role }) => ({ seq, text: action, sub: `第${seq}条，${formatMoment(at, now)}，${role}` }))
}

export function sayChain(count: number, brokenAt: number | undefined): string {
  return brokenAt === undefined ? `共${count}条，逐条核对无误` : `第${brokenAt}条与前一条对不上，请保留现状并报告`
}
