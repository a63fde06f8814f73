// Decides where a post goes that nothing holds back: out, or, of a correction, into the place of other words (N11).
import { placeCorrection, type Placement } from '@class-pact/core/notice'
import type { NoticeDoc } from './documents'

/** Where the notice stands; a correction is never published itself. */
export function placeOf(
  { amends }: Pick<NoticeDoc, 'amends'>,
  placed: Placement,
): Omit<Placement, 'state'> & Pick<NoticeDoc, 'state'> {
  return amends ? placeCorrection(placed) : placed
}
