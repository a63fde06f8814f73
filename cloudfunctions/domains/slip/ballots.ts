// Decides how what somebody said to an anonymous form is kept apart from who said it (N20, docs/adr/0020).
import { createHash } from 'node:crypto'
import { openCollection } from '../../common/store/collection'
import type { BallotDoc, SlipDoc } from './documents'

const ballots = openCollection<BallotDoc>('ballots')

/** Nobody who does not know the number finds what was said under it, and nobody keeps the number. */
const idOf = (ballot: string) => createHash('sha256').update(ballot).digest('hex')

/**
 * Puts a sheet into its class's box, once however often it is tried. The box is in the order of drawn numbers: in the order
 * of coming, beside the lines of the slip, it would tell who said what.
 */
export async function castBallot(
  { _id, schoolId, noticeId, classId }: Pick<SlipDoc, '_id' | 'schoolId' | 'noticeId' | 'classId'>,
  ballot: string,
  said: Omit<BallotDoc['box'][number], 'id'>,
): Promise<void> {
  const id = idOf(ballot)
  const put = () =>
    ballots.update({ _id, 'box.id': { $ne: id } }, { $push: { box: { $each: [{ id, ...said }], $sort: { id: 1 } } } })
  if ((await put()) > 0) return
  // It is in there already, or there is no box yet; of two that bring one, one puts its sheet into the other's.
  if (!(await ballots.insert({ _id, schoolId, noticeId, classId, box: [{ id, ...said }] }))) await put()
}
