// Decides which posts wait for whose word: what only a principal decides first, then the rest, oldest first (G01, C37).
import type { Where } from '../../common/store/collection'
import type { Part } from '../../common/store/pages'
import type { NoticeDoc } from './documents'

const HELD: Omit<Part, 'where'> = {
  from: 'notices',
  order: [['createdAt', 1]],
  then: [{ $project: { trail: 0, search: 0 } }],
}

/** What the school's publishers hold back, and nothing else: that alone is a head teacher's to look at (G01). */
export const heldByHead = (schoolId: string, classId: string): Where => ({
  ...{
    schoolId,
    state: 'held',
    awaits: { $exists: false },
    reviewer: 'head_teacher',
    'classes.classId': classId,
    'check.suggest': 'pass',
  },
  reasons: { $not: { $elemMatch: { verdict: 'hold', rule: { $ne: 'G01' } } } },
})

/** The same of one post. */
export function isForHead({ reviewer, reasons, check, media, awaits }: HeldPost): boolean {
  const isByRule = reasons.every(({ rule, verdict }) => verdict !== 'hold' || rule === 'G01')
  return (
    awaits === undefined &&
    reviewer === 'head_teacher' &&
    isByRule &&
    check.suggest === 'pass' &&
    media.every(isSettled)
  )
}
type HeldPost = Pick<NoticeDoc, 'reviewer' | 'reasons' | 'check' | 'media' | 'awaits'>
const isSettled = ({ suggest }: NoticeDoc['media'][number]) => suggest === 'pass' || suggest === 'pending'

/** All that waits in a school, for its leaders: two parts, so that what only one person can decide is never behind. */
export function heldOf(schoolId: string): readonly [Part, Part] {
  const held = (awaits: unknown): Part => ({ ...HELD, where: { schoolId, state: 'held', awaits } })
  return [held('principal'), held({ $ne: 'principal' })]
}

/** Of one class, for its head teacher. */
export function heldForHead(schoolId: string, classId: string): Part {
  return { ...HELD, where: heldByHead(schoolId, classId) }
}
