// Decides how the fields of a kind are written: what is kept of a draft, what is sent, and what is still missing.
import type { Fee, KindFields, NoticeKind, PraiseGround, Role } from '@class-pact/core/contract'
import { hasField, isPermission } from '@class-pact/core/notice'
import { formatFen } from './field-lines'

export interface ItemForm {
  key: number
  name: string
  yuan: string
  optional: boolean
}
/** Everything somebody may have written, whatever the kind is now: changing the kind loses nothing. */
export interface FieldForm {
  items: ItemForm[]
  basis: string
  ground?: PraiseGround
  issue: string
  permission: string
  /** Why the principal is asked for an exception. */
  reason: string
  /** In the bureau's name. */
  bureau: boolean
}

export const startFields = (): FieldForm => ({
  ...{ items: [{ key: 0, name: '', yuan: '', optional: false }], basis: '', issue: '', permission: '' },
  ...{ reason: '', bureau: false },
})

/** 12.5 → 1250; undefined: no amount above nothing. */
export function readYuan(written: string): number | undefined {
  const [, yuan = '', rest = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(written.trim()) ?? []
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
  return yuan && fen > 0 ? fen : undefined
}

const readIssue = (written: string) => (/^[1-9]\d{0,3}$/.test(written.trim()) ? Number(written) : undefined)

/** What is judged and sent: the fields this kind has a place for. An amount nobody can read counts as none. */
export function toFields(form: FieldForm | undefined, kind: NoticeKind, role: Role): KindFields {
  const { items, basis, ground, issue, permission, reason } = form ?? startFields()
  const number = readIssue(issue)
  return {
    ...(kind === 'fee' && {
      fee: {
        basis,
        items: items.map(({ name, yuan, optional }) => ({
          ...{ name, fen: readYuan(yuan) ?? 0 },
          ...(optional && { optional }),
        })),
      },
    }),
    ...(hasField(kind, 'ground') && ground && { ground }),
    ...(hasField(kind, 'issue') && number !== undefined && { issue: number }),
    ...(role === 'principal' && permission.trim() && { permission: permission.trim() }),
    ...(hasField(kind, 'exception') && reason.trim() && { exception: { reason: reason.trim() } }),
  }
}

/** Without the blanks that the judge leaves where they are, so that its marks fit the inputs. */
export function trimFields({ fee, ...fields }: KindFields): KindFields {
  if (!fee) return fields
  const items = fee.items.map((item) => ({ ...item, name: item.name.trim() }))
  return { ...fields, fee: { items, basis: fee.basis.trim() } }
}

/** A returned notice's fields as a form again. */
export function reopenFields({
  fee,
  ground,
  issue,
  permission = '',
  exception,
  source,
}: KindFields & { source?: string }): FieldForm {
  const fresh = startFields()
  return {
    items: fee?.items.map(reopenItem) ?? fresh.items,
    basis: fee?.basis ?? '',
    ...(ground && { ground }),
    issue: issue === undefined ? '' : String(issue),
    permission,
    reason: exception?.reason ?? '',
    bureau: source === 'bureau',
  }
}

function reopenItem({ name, fen, optional = false }: Fee['items'][number], key: number): ItemForm {
  return { key, name, yuan: formatFen(fen).slice(0, -1), optional }
}

export type MissingField = 'items' | 'basis' | 'ground' | 'issue' | 'permission'
export const MISSING_FIELD_WORDS: Record<MissingField, string> = {
  items: '收费项目和金额',
  basis: '收费依据',
  ground: '喜报的依据',
  issue: '期号',
  permission: '完整的许可号',
}

/** What the kind cannot go without, in the order of the page. */
export function findMissingFields(form: FieldForm | undefined, kind: NoticeKind): MissingField[] {
  const { items, basis, ground, issue, permission } = form ?? startFields()
  const isWhole = ({ name, yuan }: ItemForm) => name.trim() !== '' && readYuan(yuan) !== undefined
  return [
    ...(kind === 'fee' && !items.every(isWhole) ? (['items'] as const) : []),
    ...(kind === 'fee' && !basis.trim() ? (['basis'] as const) : []),
    ...(kind === 'praise' && !ground ? (['ground'] as const) : []),
    ...(kind === 'bulletin' && readIssue(issue) === undefined ? (['issue'] as const) : []),
    ...(permission.trim() && !isPermission(permission.trim()) ? (['permission'] as const) : []),
  ]
}
