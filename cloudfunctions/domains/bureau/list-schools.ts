// Decides what a bureau sees of its schools: a row each, by name, with sums over enough children (G22, X08).
import { figuresOf } from '@class-pact/core/bureau'
import type { BureauSchool, Instant } from '@class-pact/core/contract'
import { termNow } from './term'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import type { BureauSeatDoc } from './documents'
import { inspectionOf } from './read-seat'
import { bureauIdOf } from './store'

/** Every seat carries its sums: what the page costs does not grow with the schools' classes and years. */
export const listSchools: Handler<'bureau.schools'> = async ({ after }, { openid, identity, now }) => {
  const shown = { schoolName: 1, sums: 1, inspection: 1 }
  const list: List = {
    parts: [
      {
        from: 'bureau_seats',
        where: { bureauId: bureauIdOf(openid), state: 'held' },
        order: [['schoolName', 1]],
        then: [{ $project: shown }],
      },
    ],
  }
  const { rows, total, next } = await readPage<BureauSeatDoc>(openid, list, after)
  const term = termNow(now)
  return succeed({
    bureau: identity.schoolName,
    term,
    schools: rows.map((row) => describeSchool(row, now)),
    total,
    next,
  })
}

function describeSchool(seat: BureauSeatDoc, now: Instant): BureauSchool {
  const { _id: schoolId, schoolName, sums } = seat
  // What was counted last term is none of this one's.
  const isOfTerm = sums?.from === termNow(now).from
  return {
    ...{ schoolId, schoolName },
    ...(sums && isOfTerm && { ...figuresOf(sums), asOf: sums.asOf }),
    ...inspectionOf(seat, now),
  }
}
