// Decides how permission numbers and reports of the bureau read: one place, one word (G22).
import type { Inspection, Instant, Permission } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { formatDate } from '../../services/format'

const STATE_WORDS: Record<Permission['state'], string> = {
  open: '可用',
  used: '已用',
  over: '已过期',
  ahead: '未到日期',
  ended: '已收回',
}

export interface PermissionLine {
  permissionId: string
  number: string
  purpose: string
  sub: string
  state: string
  /** 幸福街小学9月2日用过 */
  used: string
  mayEnd: boolean
}

const dayOf = (at: Instant) => formatDate(beijingDay(at))

export function presentPermission(found: Permission): PermissionLine {
  const { permissionId, number, schoolName, purpose, from, to, uses, state, used } = found
  return {
    ...{ permissionId, number, purpose, state: STATE_WORDS[state] },
    sub: `${schoolName}，${formatDate(from)}到${formatDate(to)}，${uses === 'once' ? '用一次' : '可多次用'}`,
    used: used.length > 0 ? `${schoolName}用于${used.map(dayOf).join('、')}` : '',
    mayEnd: state === 'open' || state === 'ahead',
  }
}

/** 已督查12项，2项没整改，9月18日前改完 */
export function sayInspection(found: Inspection | undefined): string {
  if (!found) return '本学期还没有上报督查'
  const { items, open, until } = found
  if (items === 0) return '已上报，本学期没有督查记录'
  if (open === 0) return `已督查${items}项，都已整改`
  return `已督查${items}项，${open}项没整改${until ? `，${formatDate(until)}前改完` : ''}`
}
