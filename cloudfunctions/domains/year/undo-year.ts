// Decides how a promotion is undone as a whole: until the first notice of the new year is out (L13).
import { reverseMoves } from '@class-pact/core/year'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { carryOn, dutyToCarryOn, findFirstNotice, goUpAgain } from './carry-on'
import type { YearDoc } from './documents'
import { presentYear, titleOf } from './present'
import { readYearFacts } from './read-facts'
import { CALL_MS, CLASSES_A_CALL } from './run-year'
import { years } from './store'

export const undoYear: Handler<'year.undo'> = async ({ schoolId, year }, session) => {
  const { now, identity } = session
  const facts = await readYearFacts(schoolId, now)
  let run = facts?.run
  if (!facts || !run || year !== facts.year) return refuse('FORBIDDEN')
  if (findCall(run.trail, session) === 'other') return refuseReused()
  if (run.state === 'running') return refuse('YEAR_STATE', { facts: { state: run.state } })

  if (run.state === 'done') {
    const first = await findFirstNotice(run, now)
    if (first) return refuse('YEAR_BEGUN', { facts: titleOf(first) })
    run = await turnBack(run, now, noteAct(session, identity.role, 'year.undo'))
    // What went out between the look and the turn was there first; everything later is a notice of the old year.
    const between = run.undoAt !== undefined && (await findFirstNotice(run, run.undoAt))
    if (between) {
      await carryOn(await goUpAgain(run), now + CALL_MS, CLASSES_A_CALL)
      return refuse('YEAR_BEGUN', { facts: titleOf(between) })
    }
  }
  const undone = await carryOn(run, now + CALL_MS, CLASSES_A_CALL)
  // The classes are other ones by now than those that were read.
  const after = undone.state === 'undone' ? await readYearFacts(schoolId, now) : undefined
  return succeed(await presentYear(after ?? { ...facts, run: undone }, {}, now))
}

/** Whoever comes second finds it turned. */
async function turnBack(run: YearDoc, now: number, act: Parameters<typeof withTrail>[1]): Promise<YearDoc> {
  const back = {
    ...{ state: 'undoing' as const, moves: reverseMoves(run.moves), done: 0, undoAt: now },
    ...{ turn: Math.max(now, run.turn + 1), duty: dutyToCarryOn(now) },
  }
  await years.update({ _id: run._id, turn: run.turn, state: 'done' }, withTrail({ $set: back }, act))
  return (await years.find(run._id)) ?? { ...run, ...back }
}
