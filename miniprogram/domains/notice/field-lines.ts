// Decides how the fields of a kind read on a sheet: a table of the fee with its total, and lines of facts.
import type { Fee, KindFields, NoticeSource } from '@class-pact/core/contract'
import { sumFee } from '@class-pact/core/notice'
import { GROUND_WORDS, SOURCE_WORDS } from './words'

export interface FeeTable {
  rows: { key: number; name: string; amount: string; note: string }[]
  total: string
  /** 另有自愿 45.50元; '' where nothing is left to choose. */
  optional: string
  basis: string
  /** '' until somebody has approved it. */
  approver: string
}
export interface Fact {
  label: string
  text: string
}
export interface FieldLines {
  fee: FeeTable | null
  facts: Fact[]
}

/** 360元, 45.50元 */
export function formatFen(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const rest = fen % 100
  return `${yuan}${rest ? `.${String(rest).padStart(2, '0')}` : ''}元`
}

export function presentFee(fee: Fee, approver = ''): FeeTable {
  const { due, optional } = sumFee(fee)
  return {
    rows: fee.items.map(({ name, fen, optional: isOptional }, key) => ({
      ...{ key, name, amount: formatFen(fen), note: isOptional ? '自愿' : '' },
    })),
    total: formatFen(due),
    optional: optional > 0 ? `另有自愿${formatFen(optional)}` : '',
    basis: fee.basis,
    approver,
  }
}

/** A teacher's notice says nothing of its source: the class's is the usual one. */
export function presentFields(
  fields: KindFields = {},
  more: { approver?: string; source?: NoticeSource } = {},
): FieldLines {
  const { fee, ground, issue, permission } = fields
  const { approver, source } = more
  return {
    fee: fee ? presentFee(fee, approver) : null,
    facts: [
      ...(source === 'bureau' ? [{ label: '来源', text: SOURCE_WORDS[source] }] : []),
      ...(issue === undefined ? [] : [{ label: '期号', text: `第${issue}期` }]),
      ...(ground ? [{ label: '依据', text: GROUND_WORDS[ground] }] : []),
      ...(permission ? [{ label: '教育局许可号', text: permission }] : []),
    ],
  }
}

/** The same as lines of a plain text: for paper. */
export function writeFields(fields?: KindFields, more: { approver?: string; source?: NoticeSource } = {}): string[] {
  const { fee, facts } = presentFields(fields, more)
  const table = fee
    ? [
        ...fee.rows.map(({ name, amount, note }) => `${name}：${amount}${note && `（${note}）`}`),
        `合计：${[fee.total, fee.optional].filter(Boolean).join('，')}`,
        `收费依据：${fee.basis}`,
        ...(fee.approver ? [`批准：${fee.approver}`] : []),
      ]
    : []
  return [...table, ...facts.map(({ label, text }) => `${label}：${text}`)]
}
