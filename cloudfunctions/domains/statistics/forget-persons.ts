// Decides how figures outlive what they were counted from: they lose their persons and are never rebuilt (G23).
import type { Instant } from '@class-pact/core/contract'
import { daysOfYear, endOfYear } from '@class-pact/core/purge'
import { withoutPersons } from '@class-pact/core/statistics'
import { readClock } from '../../common/clock'
import type { StatisticsDoc } from './documents'
import { ROLL_UP, rollUps, statistics } from './store'

/** Rows of one look. */
const AT_ONCE = 50

/**
 * Rows of that school year and all before it.
 * @returns false: the time is up, or the roll-up has not come to the end of that year yet
 */
export async function forgetPersons(schoolId: string, year: number, until: Instant): Promise<boolean> {
  const counted = (await rollUps.find(ROLL_UP))?.until ?? 0
  if (counted < endOfYear(year)) return false
  const last = daysOfYear(year).to.slice(0, 7)
  const where = { schoolId, month: { $lte: last }, purged: { $exists: false } }
  for (;;) {
    const rows = await statistics.list<StatisticsDoc>(where, { limit: AT_ONCE })
    if (rows.length === 0) return true
    for (const row of rows) {
      if (readClock() >= until) return false
      const { _id, asOf, schoolId: _school, classId: _class, month: _month, ...facts } = row
      // A row that is rebuilt at this moment is looked at again.
      await statistics.update({ _id, asOf }, { $set: { ...withoutPersons(facts), purged: true } })
    }
  }
}
