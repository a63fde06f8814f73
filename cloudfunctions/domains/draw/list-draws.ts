// Decides what the page of draws shows: those there were, and whether one can be made in this term (H04).
import { DRAWS_SHOWN, DRAW_PERCENT_LEAST } from '@class-pact/core/draw/contract'
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import { settingOn, valuesOf } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { lookUpRegisters, readRegisters, type RegistersRow } from '../register'
import { schools, type SchoolDoc } from '../school'
import { describeRow, type CountedDraw } from './describe-draw'
import { termNow } from './store'

interface Row extends Pick<SchoolDoc, '_id' | 'calendar'>, RegistersRow {
  draws: CountedDraw[]
}

/** The register that asks for the draw, and its number (papers: `family-survey`). */
const REGISTER = 'family-survey'

/** What the school's register asks for, never less than the paper. */
export function leastPercent({ registers = [] }: RegistersRow, now: Instant): number {
  const kept = readRegisters(registers[0]).find(({ id }) => id === REGISTER)
  const setting = kept && settingOn(kept.settings, REGISTER, beijingDay(now))
  const percent = kept && setting ? valuesOf(kept.register, setting)['percent'] : undefined
  return Math.max(DRAW_PERCENT_LEAST, typeof percent === 'number' ? percent : DRAW_PERCENT_LEAST)
}

export const listDraws: Handler<'draw.list'> = async ({ schoolId }, { now }) => {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    lookUpRegisters(schoolId),
    {
      $lookup: {
        from: 'draws',
        pipeline: [
          { $match: { schoolId } },
          { $sort: { madeAt: -1 } },
          { $limit: DRAWS_SHOWN },
          {
            $project: {
              ...{ title: 1, term: 1, madeAt: 1, deadline: 1, voided: 1 },
              drawn: { $size: '$drawn' },
              answered: { $size: '$answered' },
            },
          },
        ],
        as: 'draws',
      },
    },
  ])
  if (!row) return refuse('FORBIDDEN')
  const free = freeTerm(row.draws, row.calendar, now)
  return succeed({
    schoolId,
    draws: row.draws.map((draw) => describeRow(draw, now)),
    ...(free && { free }),
    least: leastPercent(row, now),
    now,
  })
}

function freeTerm(found: readonly CountedDraw[], calendar: SchoolCalendar, now: Instant) {
  const term = termNow(calendar, now)
  return term && !found.some(({ term: { from }, voided }) => from === term.from && !voided) ? term : undefined
}
