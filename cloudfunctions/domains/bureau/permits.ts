// Decides whether a school's appeal may carry a permission number, and notes that it does (C16).
import { beijingDay } from '@class-pact/core/calendar'
import { foldNumber, lets, permissionState } from '@class-pact/core/bureau'
import type { Instant } from '@class-pact/core/contract'
import { deriveId } from '../../common/ids'
import { openCollection } from '../../common/store/collection'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { PermissionDoc } from './documents'

export const permissions = openCollection<PermissionDoc>('permissions')

/** The same number at another school is another one. */
export const permissionIdOf = (schoolId: string, number: string): string =>
  deriveId('permission', schoolId, foldNumber(number))

export type Permit = Pick<PermissionDoc, '_id' | 'from' | 'to' | 'uses' | 'used' | 'ended'>

/** Issued to this school, valid today, not used up by another notice; else why not. */
export async function findPermit(
  { schoolId, number, noticeId }: { schoolId: string; number: string; noticeId: string },
  now: Instant,
): Promise<{ permit: Permit } | { why: string }> {
  const fields = { from: 1, to: 1, uses: 1, used: 1, ended: 1 } as const
  const permit = await permissions.find<Permit>(permissionIdOf(schoolId, number), fields)
  if (!permit) return { why: 'unknown' }
  const today = beijingDay(now)
  return lets(permit, noticeId, today) ? { permit } : { why: permissionState(permit, today) }
}

/** Of two notices that want the same last use one has it; a repeat uses nothing. */
export async function usePermit({ _id, uses, used }: Permit, noticeId: string, act: TrailEntry): Promise<boolean> {
  if (used.some((use) => use.noticeId === noticeId)) return true
  const free = { 'used.noticeId': { $ne: noticeId }, ...(uses === 'once' && { 'used.0': { $exists: false } }) }
  const noted = withTrail({ $push: { used: { noticeId, at: act.at } } }, { ...act, action: 'permission.use' })
  if (await permissions.update({ $and: [{ _id, ended: { $exists: false } }, free] }, noted)) return true
  const after = await permissions.find<Permit>(_id, { used: 1 })
  return after?.used.some((use) => use.noticeId === noticeId) ?? false
}
