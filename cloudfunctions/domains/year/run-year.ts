// Decides how a promotion begins: as it was previewed, once, also when two begin it at the same moment.
import type { YearAnswers } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { carryOn, dutyToCarryOn } from './carry-on'
import type { YearDoc } from './documents'
import { presentYear } from './present'
import { planOf, readYearFacts, type YearFacts } from './read-facts'
import { yearId, years } from './store'

/** One call moves so many classes at most, so that the phone can show how far it is. */
export const CLASSES_A_CALL = 10
/** A call begins nothing new after this long, milliseconds; the function lives 20 s (config.json). */
export const CALL_MS = 6_000

export const runYear: Handler<'year.run'> = async ({ schoolId, year, digest, ...answers }, session) => {
  const { now } = session
  const facts = await readYearFacts(schoolId, now)
  if (!facts) return refuse('FORBIDDEN')
  if (findCall(facts.run?.trail, session) === 'other') return refuseReused()
  if (year !== facts.year) return refuse('YEAR_CHANGED')

  const begun = await begin(facts, { digest, answers }, session)
  if ('ok' in begun) return begun
  if (begun.digest !== digest || begun.state === 'undone' || begun.state === 'undoing') return refuse('YEAR_CHANGED')
  const run = await carryOn(begun, now + CALL_MS, CLASSES_A_CALL)
  // The classes are other ones by now than those that were read.
  const after = run.state === 'done' ? await readYearFacts(schoolId, now) : undefined
  return succeed(await presentYear(after ?? { ...facts, run }, answers, now))
}

/** The promotion that is under way or done, or a new one; whoever comes second finds that of the first. */
async function begin(
  facts: YearFacts,
  { digest, answers }: { digest: string; answers: YearAnswers },
  session: Session & InPlace,
) {
  const { run: earlier, schoolId, year } = facts
  if (earlier && earlier.state !== 'undone') return earlier
  const { plan, digest: seen } = planOf(facts, answers)
  if (seen !== digest) return refuse('YEAR_CHANGED')
  const asked = plan.classes.filter(({ to }) => to.as === 'asked').length
  if (asked > 0) return refuse('YEAR_ASKS', { facts: { count: asked } })
  if (plan.moves.length === 0) return refuse('YEAR_CHANGED')

  const { now, identity } = session
  const turn = Math.max(now, (earlier?.turn ?? 0) + 1)
  const act = noteAct(session, identity.role, 'year.run', { classes: plan.moves.length })
  const fresh = {
    ...{ state: 'running' as const, digest, moves: plan.moves, done: 0, turn, promotedAt: turn, startedAt: now },
    newHeads: plan.classes.flatMap(({ classId, newHead }) => (newHead ? [classId] : [])),
    duty: dutyToCarryOn(now),
  }
  const _id = yearId(schoolId, year)
  if (earlier) {
    const change = { $set: fresh, $unset: { doneAt: '', undoAt: '', undoneAt: '' } }
    await years.update({ _id, turn: earlier.turn, state: 'undone' }, withTrail(change, act))
  } else await years.insert({ _id, schoolId, year, ...fresh, ...startTrail(act) } satisfies YearDoc)
  return (await years.find(_id)) ?? refuse('TRY_AGAIN')
}
