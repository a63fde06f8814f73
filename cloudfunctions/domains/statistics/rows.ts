// Decides what is read of rolled-up rows: sums of whole months, facts of cut ones, and days for the charts.
import { splitMonths, monthsOf } from '@class-pact/core/statistics'
import type { DaySpan } from '@class-pact/core/contract'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import { FORM, type StatisticsDoc } from './documents'

type Row<Fields extends keyof StatisticsDoc> = Pick<StatisticsDoc, 'classId' | Fields>

/** What `lookUpRows` brings along. */
export interface RowsRow {
  wholeRows?: Row<'sums'>[]
  cutRows?: Row<'slips' | 'attendance' | 'verdicts' | 'followUps'>[]
  pastRows?: Row<'sums'>[]
  pastCutRows?: Row<'slips' | 'attendance'>[]
  recentRows?: Row<'leaves' | 'attendance'>[]
}

const PAST_SUMS = { entries: 1, signed: 1, followed: 1, attendance: 1 }
const PAST_SLIPS = { publishedAt: 1, replyMode: 1, state: 1, counts: 1 }

/**
 * @param days of the range
 * @param before what it is compared with
 * @param recent for charts by the day, and for who is absent today
 */
export function lookUpRows(place: Where, days: DaySpan, before: DaySpan, recent: DaySpan): Stage[] {
  const { whole, cut } = splitMonths(days)
  const past = splitMonths(before)
  // A row of an older form has facts alone, until it is rebuilt.
  const summed = (months: string[]): Where => ({ month: { $in: months }, form: FORM })
  const raw = (cutMonths: string[], wholeMonths: string[]): Where => ({
    $or: [{ month: { $in: cutMonths } }, { month: { $in: wholeMonths }, form: { $ne: FORM } }],
  })
  const find = (as: string, where: Where, fields: Record<string, unknown>): Stage => ({
    $lookup: {
      from: 'statistics',
      pipeline: [
        { $match: { ...place, ...where } },
        { $limit: BOUNDS.monthsOfSchool },
        { $project: { _id: 0, classId: 1, ...fields } },
      ],
      as,
    },
  })
  return [
    find('wholeRows', summed(whole), { sums: 1 }),
    find('cutRows', raw(cut, whole), { slips: 1, attendance: 1, verdicts: 1, followUps: 1 }),
    find('pastRows', summed(past.whole), { sums: PAST_SUMS }),
    find('pastCutRows', raw(past.cut, past.whole), { slips: PAST_SLIPS, attendance: 1 }),
    find('recentRows', { month: { $in: monthsOf(recent) } }, { leaves: 1, attendance: 1 }),
  ]
}
