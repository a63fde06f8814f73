// Decides what the fields of a kind add up to, which words are among them, and which kind has a place for which.
import type { Fee, KindFields, NoticeKind } from '../wire'

/** The fields alone, as they are shown; undefined where there are none. */
export function fieldsOf({ fee, ground, issue, permission, exception }: KindFields): KindFields | undefined {
  const fields = {
    ...(fee && { fee }),
    ...(ground && { ground }),
    ...(issue !== undefined && { issue }),
    ...(permission && { permission }),
    ...(exception && { exception }),
  }
  return Object.keys(fields).length > 0 ? fields : undefined
}

/** What every child's family pays at least, and what they may add of their own will. */
export function sumFee({ items }: Fee): { due: number; optional: number } {
  const add = (wanted: boolean) =>
    items.reduce((sum, { fen, optional = false }) => (optional === wanted ? sum + fen : sum), 0)
  return { due: add(false), optional: add(true) }
}

/** The words among the fields, each by its place: judged as what others read of the notice. */
export function textsOfFields({ fee, permission, exception }: KindFields): { field: string; text: string }[] {
  return [
    ...(fee?.items ?? []).map(({ name }, index) => ({ field: `fee.items.${index}.name`, text: name })),
    ...(fee ? [{ field: 'fee.basis', text: fee.basis }] : []),
    ...(permission ? [{ field: 'permission', text: permission }] : []),
    ...(exception ? [{ field: 'exception.reason', text: exception.reason }] : []),
  ]
}

/** What a notice says of its own grounds: rules ask for them (C16, C37). */
export const groundsOf = ({ fee, permission }: KindFields): { feeBasis?: string; permissionNumber?: string } => ({
  feeBasis: fee?.basis,
  permissionNumber: permission,
})

/** A number as a bureau writes it: 教许〔2026〕12号. Letters, figures and their signs, and at least one figure. */
const PERMISSION = /^(?=.*\d)[\p{Script=Han}A-Za-z0-9〔〕[\]()（）【】第号\-—·/]+$/u
export const isPermission = (written: string): boolean => PERMISSION.test(written)

const OWN_FIELDS: Partial<Record<keyof KindFields, readonly NoticeKind[]>> = {
  fee: ['fee'],
  ground: ['praise'],
  issue: ['bulletin'],
  exception: ['activity', 'outing'],
}

/** Whether a kind has a place for a field; a permission goes with any. */
export const hasField = (kind: NoticeKind, field: keyof KindFields): boolean =>
  OWN_FIELDS[field]?.includes(kind) ?? true
