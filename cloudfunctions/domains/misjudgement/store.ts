// Decides how examples are found, and what of them is counted; they stay in the school's own data.
import type { Instant } from '@class-pact/core/contract'
import { COUNTED_DAYS, type Told } from '@class-pact/core/misjudgement'
import { openCollection } from '../../common/store/collection'
import type { MisjudgementDoc } from './documents'

export const misjudgements = openCollection<MisjudgementDoc>('misjudgements')

/** More than there are rules. */
const RULES_MOST = 500
const DAY_MS = 86_400_000

/** The stages that count, rule by rule, what was told lately and not contradicted, and by how many people. */
export function countTold(schoolId: string, now: Instant) {
  const lately = { schoolId, at: { $gt: now - COUNTED_DAYS * DAY_MS }, state: { $ne: 'disagreed' } }
  return [
    { $match: lately },
    { $group: { _id: { rule: '$rule', openid: '$openid' }, count: { $sum: 1 } } },
    { $group: { _id: '$_id.rule', count: { $sum: '$count' }, people: { $sum: 1 } } },
    // Without a limit CloudBase gives twenty.
    { $limit: RULES_MOST },
  ]
}

export interface Counted extends Omit<Told, 'rule'> {
  _id: string
}
