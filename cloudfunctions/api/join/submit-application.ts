// Decides how an application is stored: once for one person and one child, anew after it was decided or taken back.
import { applications } from '../../common/store/applications'
import type { ApplicationDoc, TrailEntry } from '../../common/store/documents'
import { startTrail, withTrail } from '../../common/store/trail'

export type Drafted = Omit<ApplicationDoc, 'state' | 'trail' | 'audited' | 'trailOpen'>

/** @param earlier what is stored under the same id, if that is known already */
export async function submitApplication(
  drafted: Drafted,
  earlier: ApplicationDoc | undefined,
  act: TrailEntry,
): Promise<void> {
  const fresh: ApplicationDoc = { ...drafted, state: 'pending', ...startTrail(act) }
  if (!earlier && (await applications.insert(fresh))) return
  const { _id, guardianName, relation, phone, reason, doubt, createdAt } = drafted
  await applications.update(
    { _id, state: earlier?.state ?? 'pending', 'trail.id': { $ne: act.id } },
    withTrail(
      {
        $set: { guardianName, relation, phone, reason, doubt, createdAt, state: 'pending' },
        $unset: { words: 1, wordsCheck: 1, decidedAt: 1, decision: 1 },
      },
      act,
    ),
  )
}
