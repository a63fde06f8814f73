// Decides what a family sees of today's roll: of the own child alone, here or nobody knows where (L05).
import type { Day, TodayGuardian } from '@class-pact/core/contract'
import { isOpen } from '@class-pact/core/roll'
import type { OwnChild } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import type { LeaveDoc } from '../leave'
import type { RollDoc } from '../roll'

const HALVES = 2

/** Of a roll nothing but the own children. */
export type OwnRoll = Pick<RollDoc, 'day' | 'half' | 'takenAt'> & Partial<Pick<RollDoc, 'lines' | 'contacts'>>

export function lookUpOwnRolls(children: readonly OwnChild[], today: Day): Stage {
  const own = children.flatMap(({ childId }) => [
    [`lines.${childId}.mark`, 1],
    [`contacts.${childId}.since`, 1],
    [`contacts.${childId}.closed`, 1],
  ])
  return {
    $lookup: {
      from: 'rolls',
      pipeline: [
        { $match: { classId: { $in: children.map(({ classId }) => classId) }, day: today } },
        { $sort: { half: 1 } },
        { $limit: HALVES * Math.max(1, children.length) },
        { $project: { day: 1, half: 1, takenAt: 1, ...Object.fromEntries(own) } },
      ],
      as: 'rolls',
    },
  }
}

/** Leave for the half day, also when it came a moment ago, says where the child is. */
export function presenceOf(
  childId: string,
  rolls: readonly OwnRoll[] = [],
  leaves: readonly Pick<LeaveDoc, 'childId' | 'slots'>[] = [],
): Pick<TodayGuardian['children'][number], 'missing' | 'here'> {
  const looking = rolls.flatMap(({ day, half, contacts }) => {
    const contact = contacts?.[childId]
    const isAway = leaves.some(({ slots }) => slots.includes(`${childId}:${day}:${half}`))
    return contact?.since !== undefined && isOpen(contact) && !isAway ? [contact.since] : []
  })
  if (looking.length > 0) return { missing: { since: Math.min(...looking) } }
  const marks = rolls.flatMap(({ takenAt, lines }) => (takenAt === undefined ? [] : (lines?.[childId]?.mark ?? [])))
  const last = marks.at(-1)
  return last === 'present' || last === 'late' ? { here: true } : {}
}
