// Decides what the clock still owes a case: a desk that it comes to and that nobody has told yet (G21).
import type { Rise } from '@class-pact/core/moderation'
import type { Duty } from '../../common/store/documents'
import type { CaseDoc } from './documents'

/** The next step upward that is to be told; the first desk has opened it and knows. */
export function riseToTell({
  state,
  rises = [],
  toldTo = 0,
}: Pick<CaseDoc, 'state' | 'rises' | 'toldTo'>): Rise | undefined {
  return state === 'open' ? rises.find(({ at, days }) => days !== undefined && at > toldTo) : undefined
}

/** Undefined: nothing is to come, or the case is settled. */
export function riseDuty(found: Pick<CaseDoc, 'state' | 'rises' | 'toldTo'>): Duty | undefined {
  const rise = riseToTell(found)
  return rise && { kind: 'tell', at: rise.at, lease: 0, tries: 0 }
}
