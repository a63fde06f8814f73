// Decides who stands in for a head teacher, for which days; on those days, and no longer (L03).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import { findStaff, type Posted } from './find-staff'

/** A term: longer than that somebody else becomes the head teacher. */
const DAYS_MOST = 150

const FIELDS = { schoolId: 1, name: 1, headTeacher: 1, standIn: 1, trail: 1 } as const
export type FoundClass = Pick<ClassDoc, '_id' | keyof typeof FIELDS>

export async function findClass({ classId }: { classId: string }): Promise<Whose<FoundClass> | undefined> {
  const found = await classes.find<FoundClass>(classId, FIELDS)
  return found && { found, place: { classId, schoolId: found.schoolId } }
}

/** Everybody on the staff but the head teacher, once each: as a teacher of the class first, then as whatever they are first. */
function choicesOf(posts: readonly Posted[], { _id: classId, headTeacher }: FoundClass): Posted[] {
  const [own, others] = [
    posts.filter((post) => post.classId === classId),
    posts.filter((post) => post.classId !== classId),
  ]
  const seen = new Set([headTeacher?.openid])
  return [...own, ...others].filter(({ openid }) => !seen.has(openid) && seen.add(openid))
}

export const readStandIn: Handler<'standin.read', FoundClass> = async (_input, { found, now }) => {
  const today = beijingDay(now)
  const staff = await findStaff(found.schoolId, today)
  const { standIn } = found
  return succeed({
    className: found.name,
    today,
    latest: latestFrom(today),
    ...(standIn && standIn.to >= today && { present: { card: standIn.card, from: standIn.from, to: standIn.to } }),
    staff: choicesOf(staff?.posts ?? [], found).map(({ ref, card, classId }) => ({
      ...{ ref, card, isOfClass: classId === found._id },
    })),
  })
}

const latestFrom = (today: Day) => addDays(today, DAYS_MOST)

/** The head teacher for the own class while they are it, or a leader. The days before the choice are over, so none begins there. */
export const setStandIn: Handler<'standin.set', FoundClass> = async ({ classId, ref, from, to }, session) => {
  const { found, now } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat' && found.standIn) return succeed(shown(found.standIn))
  const today = beijingDay(now)
  if (from < today || to < from || to > latestFrom(today)) {
    return refuse('STAND_IN_DAYS', { rule: 'L03', field: from < today ? 'from' : 'to' })
  }
  const staff = await findStaff(found.schoolId, today)
  const chosen = choicesOf(staff?.posts ?? [], found).find((each) => each.ref === ref)
  if (!chosen || !found.headTeacher) return refuse('FORBIDDEN')
  const standIn = { openid: chosen.openid, card: chosen.card, from, to, since: now }
  const act = noteAct(session, session.identity.role, 'standin.set', { from, to })
  const changed = await classes.update(
    { _id: classId, ...byWhom(session), ...unlessDone(session) },
    withTrail({ $set: { standIn } }, act),
  )
  if (changed) return succeed(shown(standIn))
  return (await lookBack(classes, classId, session)) === 'repeat' ? succeed(shown(standIn)) : refuse('TRY_AGAIN')
}

const shown = ({ card, from, to }: NonNullable<ClassDoc['standIn']>) => ({ card, from, to })

/** A head teacher who has just handed over names nobody any more. */
const byWhom = ({ openid, identity }: Session & { identity: { role: string } }) =>
  identity.role === 'head_teacher' ? { 'headTeacher.openid': openid } : {}

export const endStandIn: Handler<'standin.end', FoundClass> = async ({ classId }, session) => {
  const { found } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (!found.standIn || been === 'repeat') return succeed({})
  const act = noteAct(session, session.identity.role, 'standin.end')
  await classes.update(
    { _id: classId, 'standIn.since': found.standIn.since, ...byWhom(session) },
    withTrail({ $unset: { standIn: '' } }, act),
  )
  return succeed({})
}
