// Decides how an application is stored: once for one person and one child, anew after it was decided or taken back.
import { unlessDone } from '../../common/call/repeat'
import type { Visit } from '../../common/call/handlers'
import { applications } from './applications'
import type { ApplicationDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { startTrail, withTrail } from '../../common/store/trail'

export type Drafted = Omit<ApplicationDoc, 'state' | 'trail' | 'audited' | 'trailOpen' | 'attempts'>

/** Times that are remembered; more than may be handed in before the door stays shut (M02). */
const ATTEMPTS_KEPT = 20

/** @param earlier what is stored under the same id, if that is known already */
export async function submitApplication(
  drafted: Drafted,
  earlier: ApplicationDoc | undefined,
  act: TrailEntry,
  visit: Visit,
): Promise<void> {
  const fresh: ApplicationDoc = { ...drafted, attempts: [drafted.createdAt], state: 'pending', ...startTrail(act) }
  if (!earlier && (await applications.insert(fresh))) return
  const { _id, guardianName, relation, phone, reason, doubt, createdAt, tried, to } = drafted
  await applications.update(
    { _id, state: earlier?.state ?? 'pending', ...unlessDone(visit) },
    withTrail(
      {
        $set: { guardianName, relation, phone, reason, doubt, createdAt, tried, to, state: 'pending' },
        $push: { attempts: { $each: [createdAt], $slice: -ATTEMPTS_KEPT } },
        $unset: { words: 1, wordsCheck: 1, decidedAt: 1, decision: 1, duty: 1, approvedFor: 1 },
      },
      act,
    ),
  )
}
