// Decides how a promotion is brought on: class by class from where it stands, then what graduates leave open.
import type { Instant } from '@class-pact/core/contract'
import { reverseMoves } from '@class-pact/core/year'
import { readClock } from '../../common/clock'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { endApplications, reviveApplications } from '../join'
import { notices, type NoticeDoc } from '../notice'
import { closeGraduated, reopenGraduated } from '../slip'
import type { YearDoc } from './documents'
import { moveClass, takeBackNames } from './move-class'
import { years } from './store'

/** What began before a pass has ended by then: a scheduler lives 60 s (config.json), milliseconds. */
const LATE_MS = 90_000

const dutyOf = (kind: Duty['kind'], at: Instant): Duty => ({ kind, at, lease: 0, tries: 0 })
/** Should the phone that began it not call again. */
export const dutyToCarryOn = (now: Instant): Duty => dutyOf('carry_out', now + 60_000)

/** Moves classes until the time is up or so many are moved; whoever else brings it on at the same moment does no harm. */
export async function carryOn(run: YearDoc, until: Instant, most = run.moves.length): Promise<YearDoc> {
  const { _id, turn, moves } = run
  if (run.state === 'done' || run.state === 'undone') return run
  let { done } = run
  const goal = Math.min(moves.length, done + most)
  for (; done < goal && readClock() < until; done++) {
    const move = moves[done]
    if (move) await moveClass(run, move, actOf(run, moveWord(run, move.to.archived)))
    await years.update({ _id, turn }, { $max: { done: done + 1 } })
  }
  return done < moves.length ? { ...run, done } : finish({ ...run, done })
}

function moveWord({ state }: YearDoc, archived: number | undefined): string {
  if (state === 'undoing') return 'year.return'
  return archived === undefined ? 'year.promote' : 'year.archive'
}

/** The system does what a leader began; the leader's own act stands on the promotion. */
function actOf({ _id, turn }: YearDoc, action: string): TrailEntry {
  return { id: `${_id}:${turn}`, at: readClock(), by: 'system', role: 'system', action }
}

async function finish(run: YearDoc): Promise<YearDoc> {
  const now = readClock()
  const { _id, turn, state, schoolId, moves } = run
  await settleGraduates(run)
  const isBack = state === 'undoing'
  if (!isBack) await takeBackNames(schoolId, actOf(run, 'year.return'))
  const settled = isBack
    ? { state: 'undone' as const, undoneAt: now }
    : { state: 'done' as const, doneAt: run.doneAt ?? now }
  const change = { $set: { ...settled, done: moves.length, duty: dutyOf('settle', now + LATE_MS) } }
  const act = actOf(run, isBack ? 'year.undone' : 'year.done')
  const written = await years.update({ _id, turn, state }, withTrail(change, act))
  return written ? { ...run, ...settled } : ((await years.find(_id)) ?? run)
}

/** Slips and applications of classes that graduate end as they are; those of classes that come back go on. */
async function settleGraduates(run: YearDoc): Promise<void> {
  const { state, moves, year } = run
  const isBack = state === 'undoing' || state === 'undone'
  const classIds = moves.flatMap(({ classId, from, to }) => ((isBack ? from : to).archived === year ? [classId] : []))
  if (classIds.length === 0) return
  if (isBack) {
    await reopenGraduated(classIds, year, actOf(run, 'slip.reopen'))
    await reviveApplications(classIds, year, actOf(run, 'application.revive'))
  } else {
    await closeGraduated(classIds, year, actOf(run, 'slip.close'))
    await endApplications(classIds, year, actOf(run, 'application.end'))
  }
}

/** The first notice of the new year: what was published after the promotion and before it was asked to be undone. */
export async function findFirstNotice(
  { schoolId, doneAt }: Pick<YearDoc, 'schoolId' | 'doneAt'>,
  before: Instant,
): Promise<Pick<NoticeDoc, 'draft' | 'audience' | 'publishedAt'> | undefined> {
  if (doneAt === undefined) return undefined
  const [first] = await notices.list<Pick<NoticeDoc, 'draft' | 'audience' | 'publishedAt'>>(
    { schoolId, publishedAt: { $gte: doneAt, $lt: before } },
    { limit: 1, order: [['publishedAt', 'asc']], fields: { 'draft.title': 1, audience: 1, publishedAt: 1 } },
  )
  return first
}

/** A notice was out before somebody asked to undo: everything goes up again, whatever has come back already. */
export async function goUpAgain(run: YearDoc): Promise<YearDoc> {
  const now = readClock()
  const again = {
    state: 'running' as const,
    moves: reverseMoves(run.moves),
    done: 0,
    turn: Math.max(now, run.turn + 1),
    duty: dutyToCarryOn(now),
  }
  const change = { $set: again, $unset: { undoAt: '', undoneAt: '' } }
  const turned = await years.update({ _id: run._id, turn: run.turn }, withTrail(change, actOf(run, 'year.stay')))
  const { undoAt: _undo, undoneAt: _undone, ...rest } = run
  return turned ? { ...rest, ...again } : ((await years.find(run._id)) ?? run)
}

/** Calls that were under way when a pass ended have ended by now: what they left is put right. */
export async function settleLate(run: YearDoc): Promise<void> {
  if (run.state === 'undone' && run.undoAt !== undefined && (await findFirstNotice(run, run.undoAt))) {
    await goUpAgain(run)
    return
  }
  await settleGraduates(run)
}
