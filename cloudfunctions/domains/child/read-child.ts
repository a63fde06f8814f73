// Decides what head teacher and leaders see of one child, and of what hangs on it before they decide (screens.md 3.26).
import { beijingDay } from '@class-pact/core/calendar'
import type { ChildPage } from '@class-pact/core/contract'
import { seatsOf } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { classes, type ClassDoc } from '../class'
import { countPendingLeaves } from '../leave'
import { countOpenLines } from '../slip'
import type { FoundChild } from './find-child'

export const readChild: Handler<'child.read', FoundChild> = async ({ childId }, { now, found }) => {
  const { child, itsClass, pact } = found
  const { classId, schoolId, away, leaving, guardians } = child
  const [openLines, openLeaves, others] = await Promise.all([
    countOpenLines({ classId, childId }),
    countPendingLeaves(childId),
    classes.list<Pick<ClassDoc, '_id' | 'name' | 'order'>>(
      { schoolId, _id: { $ne: classId }, archived: { $exists: false } },
      { limit: BOUNDS.classesOfSchool, order: [['order', 'asc']], fields: { name: 1, order: 1 } },
    ),
  ])
  const nicknames = child.nicknames ?? itsClass.roster.find((line) => line.childId === childId)?.nicknames
  const page: ChildPage = {
    ...{ childId, classId, className: itsClass.name, no: child.no, name: child.name, mark: child.mark },
    nickname: nicknames?.[0],
    seats: seatsOf(child, seatLimit(pact)),
    guardians: guardians.map(({ card, relation, since }) => ({ card, relation, since })),
    away: away && { cause: away.cause ?? away.state, from: away.from },
    leaving,
    missedSince: child.missedSince,
    ...{ openLines, openLeaves, today: beijingDay(now) },
    classes: others.map(({ _id, name }) => ({ classId: _id, className: name })),
  }
  return succeed(page)
}
