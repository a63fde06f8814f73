// Decides what of rolls is personal: a family's copy has its own child's marks, half day by half day (L11).
import { everyChild, type OwnChild } from '../../common/call/session'
import type { Personal } from '../../common/call/personal'
import { forgetReached } from '../../common/store/reached'
import { children, type ChildDoc } from '../class'
import type { RollDoc } from './documents'
import { rolls } from './store'

/** Half days of one child's copy, newest first: more than a school year has. */
const COPIED_MOST = 500

type OwnRoll = Pick<RollDoc, 'day' | 'half' | 'className'> & { line: RollDoc['lines'][string] }

/** Nobody is shown in a roll but by the card: who goes is no longer counted as the one who reached a family. */
export const personal: Personal = {
  async copy({ person }) {
    const own = await findClasses(person ? everyChild(person) : [])
    const copies = await Promise.all(own.map(({ childId, classId }) => readMarks(childId, classId)))
    const attendance = copies.flatMap((found, index) =>
      found.map(({ day, half, className, line: { mark, leave } }) => ({
        ...{ childName: own[index]?.childName ?? '', className, day, half, mark },
        ...(mark === 'leave' && leave && { kind: leave.kind }),
      })),
    )
    return { part: { attendance }, shortened: copies.some(({ length }) => length === COPIED_MOST) }
  },
  async forget(openid) {
    const { where, change } = forgetReached(openid)
    await rolls.update(where, change)
  },
}

/** A child that moved keeps what its class before has marked. */
async function findClasses(own: readonly OwnChild[]): Promise<Pick<OwnChild, 'childId' | 'childName' | 'classId'>[]> {
  if (own.length === 0) return []
  const moved = await children.list<Pick<ChildDoc, '_id' | 'classesBefore'>>(
    { _id: { $in: own.map(({ childId }) => childId) } },
    { limit: own.length, fields: { classesBefore: 1 } },
  )
  return own.flatMap(({ childId, childName, classId }) => {
    const before = moved.find(({ _id }) => _id === childId)?.classesBefore ?? []
    return [...new Set([classId, ...before])].map((each) => ({ childId, childName, classId: each }))
  })
}

const readMarks = (childId: string, classId: string) =>
  rolls.aggregate<OwnRoll>([
    { $match: { classId, takenAt: { $exists: true }, [`lines.${childId}`]: { $exists: true } } },
    { $sort: { day: -1 } },
    { $limit: COPIED_MOST },
    { $project: { day: 1, half: 1, className: 1, line: `$lines.${childId}` } },
  ])
