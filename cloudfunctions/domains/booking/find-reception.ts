// Decides what is read of a class's reception days, in one call, and whose it is to change them (H13).
import { beijingDay } from '@class-pact/core/calendar'
import { RECEPTIONS_SHOWN } from '@class-pact/core/booking/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { classes, type ClassDoc } from '../class'
import type { ReceptionDoc } from './documents'
import { receptions } from './store'

export interface FoundReceptions extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'headTeacher'> {
  coming: ReceptionDoc[]
  past: ReceptionDoc[]
}

/** A class that has graduated receives nobody any more (L13). */
export async function findClass(
  { classId }: { classId: string },
  { now }: Session,
): Promise<Whose<FoundReceptions> | undefined> {
  const today = beijingDay(now)
  const lookUp = (as: string, day: object, direction: 1 | -1) => ({
    $lookup: {
      from: 'receptions',
      pipeline: [
        { $match: { classId, day } },
        { $sort: { day: direction } },
        { $limit: RECEPTIONS_SHOWN },
        { $project: { trail: 0 } },
      ],
      as,
    },
  })
  const [found] = await classes.aggregate<FoundReceptions>([
    { $match: { _id: classId, archived: { $exists: false } } },
    { $project: { schoolId: 1, name: 1, headTeacher: 1 } },
    lookUp('coming', { $gte: today }, 1),
    lookUp('past', { $lt: today }, -1),
    { $limit: 1 },
  ])
  return found && { found, place: { classId, schoolId: found.schoolId } }
}

/** A child that is named is one of the class's: the guardian's own, or one that has booked. */
export async function findReception(named: {
  receptionId: string
  childId?: string
}): Promise<Whose<ReceptionDoc> | undefined> {
  const found = await receptions.find(named.receptionId)
  if (!found) return undefined
  const { schoolId, classId } = found
  return { found, place: { schoolId, classId, ...(named.childId !== undefined && { childId: named.childId }) } }
}
