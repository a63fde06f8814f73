// Decides the cards of a notice being written: the sentence of each finding and the ways out this page can take.
import type { Instant, NoticePrepared, Reason } from '@class-pact/core/contract'
import { withWhy, type Said } from '../../../domains/pact/explaining'
import { plainRefusal } from '../../../services/refusals'
import { presentReason } from '../../../services/sentences'
import type { RefusalCard } from '../../../services/sentences'
import { offer } from '../../../services/way-outs'
import type { Way, WayCode } from '../../../services/way-outs'
import type { PlacedReason, Place } from './present'

export interface Card {
  id: string
  place: Place
  blocks: boolean
  refusal: RefusalCard
}

/** Ways this page leads; the others need a page that does something this one cannot. */
const TAKEN: readonly WayCode[] = [
  'add_source',
  'amend_first',
  'change_day',
  'cover',
  'delete_link',
  'delete_sentence',
  'dismiss',
  'edit',
  'fee_notice',
  'fill_in',
  'merge',
  'own_guardians',
  'permission_number',
  'praise_letter',
  'principal_approval',
  'private_talk',
  'replace_photo',
  'send_anyway',
]

/** A long text breaks no other notice's sentence: N03 has two faces, and only the short one names another notice. */
const isTooLong = ({ rule, wayOut }: Reason) => rule === 'N03' && wayOut.includes('edit')

const sayTooLong = ({ params }: Reason) =>
  params ? `通知在${Number(params['longest'])}字以内，家长一眼就能看完。` : '通知写得短些，家长一眼就能看完。'

/** A fee notice is one already, and good news is good news already: what is left is the other way. */
function waysOf({ rule, wayOut }: Reason, { ways }: RefusalCard): Way[] {
  if (rule === 'C37' && !wayOut.includes('fee_notice')) return []
  return wayOut.length === 1 && wayOut[0] === 'own_guardians' ? [offer('own_guardians')] : ways
}

/** @param said the texts as they are written now: what decided is cut from them */
export function presentCards(placed: PlacedReason[], prepared: NoticePrepared, now: Instant, said: Said): Card[] {
  return placed.map(({ place, blocks, reason }) => {
    const first = prepared.previous?.find(({ noticeId }) => noticeId === reason.noticeId)
    const facts = reason.rule === 'T12' ? { count: prepared.weekCount } : first ? { what: first.title } : {}
    const refusal = presentReason(reason, { now, isStaff: true }, facts)
    const ways = isTooLong(reason) ? [offer('edit'), offer('send_anyway')] : waysOf(reason, refusal)
    return {
      id: `card-${reason.rule}`,
      place,
      blocks,
      refusal: withWhy(
        {
          ...refusal,
          sentence: isTooLong(reason) ? sayTooLong(reason) : refusal.sentence,
          ways: ways.filter(({ code }) => TAKEN.includes(code)),
        },
        [reason],
        said,
      ),
    }
  })
}

/** The card of a part that is missing (N02). */
export function presentMissing(sentence: string, place: Place): Card {
  return {
    id: 'card-missing',
    place,
    blocks: true,
    refusal: plainRefusal(sentence, [], place),
  }
}
