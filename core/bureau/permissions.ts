// Decides whether a permission number still lets an appeal pass (C16, V11).
import type { Day } from '../wire'
import type { Permission, PermissionUses } from './contract'

export interface PermissionTerms {
  from: Day
  to: Day
  uses: PermissionUses
  /** Notices that carry it. */
  used: readonly { noticeId: string }[]
  ended?: number
}

/** The last day is included. */
export function permissionState({ from, to, uses, used, ended }: PermissionTerms, today: Day): Permission['state'] {
  if (ended !== undefined) return 'ended'
  if (uses === 'once' && used.length > 0) return 'used'
  if (today > to) return 'over'
  return today < from ? 'ahead' : 'open'
}

/** The notice that has used it goes on using it: a call that comes again, a correction. */
export const lets = (permission: PermissionTerms, noticeId: string, today: Day): boolean =>
  permission.used.some((use) => use.noticeId === noticeId) || permissionState(permission, today) === 'open'

/** Digits of a number: enough that a guess finds none. */
const DIGITS = 8

/** 教许〔2026〕48210937号, from so much chance as an id has. */
export function composeNumber(year: string, chance: string): string {
  const digits = [...chance].map((sign) => sign.charCodeAt(0) % 10).join('')
  return `教许〔${year}〕${digits.slice(0, DIGITS)}号`
}

/** As somebody copies it: other brackets, blanks between. */
export const foldNumber = (written: string): string => written.normalize('NFKC').replace(/[\s〔〕[\]【】()<>《》]/g, '')
