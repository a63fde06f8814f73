// Decides the cards for what no rule decided: something the phone found by itself.
import type { PhoneError } from './cloud'
import { presentError } from './sentences'
import type { Addressed, RefusalCard } from './sentences'
import { offer } from './way-outs'
import type { Way } from './way-outs'

/** A card without a rule behind it. */
export function plainRefusal(sentence: string, ways: Way[] = [], field = ''): RefusalCard {
  return { sentence, cite: '', rule: '', pactVersion: 0, ways, field, verdict: 'refuse' }
}

/**
 * The card of an act by staff that did not go through.
 * Approving, calling or importing keeps no draft, so it does not speak of one.
 */
export function presentFailure(error: PhoneError, reader: Addressed = { now: Date.now(), isStaff: true }): RefusalCard {
  if (error.code === 'OFFLINE') return plainRefusal('网络不通，这一步没有做成。', [offer('retry')])
  if (error.code === 'TRY_AGAIN') return plainRefusal('这一步没有做成，请再试一次。', [offer('retry')])
  return presentError(error, reader)
}
