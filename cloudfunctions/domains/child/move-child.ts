// Decides what changing the class means: family, papers and leaves go along, and nothing stays open in the old class.
import { beijingDay } from '@class-pact/core/calendar'
import { limits } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import type { Change, Where } from '../../common/store/collection'
import { noteAct } from '../../common/store/trail'
import { presentOn, type ChildDoc } from '../class'
import { decide } from './decide'
import { findClass, type FoundChild } from './find-child'

/** Classes a child has been in that are remembered: more than it goes through in one school. */
const BEFORE_MOST = 20

export const moveChild: Handler<'child.move', FoundChild> = async ({ childId, toClassId }, session) => {
  const { child } = session.found
  const to = (await findClass({ classId: toClassId }))?.found
  if (to?.schoolId !== child.schoolId) return refuse('FORBIDDEN')
  const isThere = to.roster.some((line) => line.childId === childId)
  if (!isThere && to.roster.length >= limits.CLASS_SIZE_MAX) return refuse('CLASS_FULL')
  const isTaken = to.roster.some((line) => line.no === child.no && line.childId !== childId)
  const { where, change } = moving(child, toClassId, isTaken ? '' : child.no, session.now)
  return decide(session, {
    childId,
    where: { ...where, ...presentOn(beijingDay(session.now)) },
    change,
    act: noteAct(session, session.identity.role, 'child.move', { childId, to: toClassId }),
  })
}

/** Out of the class that it is in, and of no other: of two who move it at once one does. */
export function moving(
  { classId, classesBefore = [] }: Pick<ChildDoc, 'classId' | 'classesBefore'>,
  to: string,
  no: string,
  now: number,
): { where: Where; change: Change } {
  const before = [...classesBefore.filter((id) => id !== to && id !== classId), classId].slice(-BEFORE_MOST)
  return {
    where: { classId: classId === to ? '' : classId },
    change: { $set: { classId: to, no, classesBefore: before, cardsFrom: now } },
  }
}
