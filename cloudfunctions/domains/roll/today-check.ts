// Decides what 今天 says of the check of the half day, to whoever takes it: prefilled, or saved (L04).
import { beijingDay } from '@class-pact/core/calendar'
import type { Half, Instant, TodayCheck } from '@class-pact/core/contract'
import { checkOfNow, checkTime } from '@class-pact/core/roll'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { SchoolDoc } from '../school'
import type { RollDoc } from './documents'
import { COVERING_STATES } from './find-roll'
import { rollId } from './store'

export interface CheckRow {
  calendars?: Pick<SchoolDoc, 'calendar'>[]
  rollsToday?: (Pick<RollDoc, 'half' | 'takenAt' | 'counts'> & { asks: number })[]
  /** Half days of today that leave covers, `<childId>:<day>:<half>`. */
  covered?: { slots: string[] }[]
}

const HALVES: readonly Half[] = ['am', 'pm']

/** What `readCheck` needs, as part of another reading. */
export function lookUpCheck({ schoolId, classId }: Record<'schoolId' | 'classId', string>, now: Instant): Stage[] {
  const today = beijingDay(now)
  const lines = { $objectToArray: { $ifNull: ['$lines', {}] } }
  const asking = { $filter: { input: lines, as: 'line', cond: { $eq: ['$$line.v.asks', true] } } }
  return [
    {
      $lookup: {
        from: 'schools',
        pipeline: [{ $match: { _id: schoolId } }, { $project: { calendar: 1 } }],
        as: 'calendars',
      },
    },
    {
      $lookup: {
        from: 'rolls',
        pipeline: [
          { $match: { _id: { $in: HALVES.map((half) => rollId(classId, today, half)) } } },
          { $project: { half: 1, takenAt: 1, counts: 1, asks: { $size: asking } } },
        ],
        as: 'rollsToday',
      },
    },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { classId, dates: today, state: { $in: COVERING_STATES } } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { slots: 1 } },
        ],
        as: 'covered',
      },
    },
  ]
}

export function readCheck(
  { calendars = [], rollsToday = [], covered = [] }: CheckRow = {},
  now: Instant,
): { check?: TodayCheck } {
  const calendar = calendars[0]?.calendar
  const half = calendar && checkOfNow(now, calendar)
  if (!half) return {}
  const roll = rollsToday.find((each) => each.half === half && each.takenAt !== undefined)
  const ofNow = `:${beijingDay(now)}:${half}`
  const away = new Set(covered.flatMap(({ slots }) => slots.filter((slot) => slot.endsWith(ofNow))))
  return {
    check: {
      half,
      dueAt: checkTime(half, calendar),
      onLeave: away.size,
      ...(roll && { counts: roll.counts, ...(roll.asks > 0 && { asks: roll.asks }) }),
    },
  }
}
