// Decides what is asked of the bureau's seats, numbers and notices; the authority on who sits over a school.
import { deriveId } from '../../common/ids'
import { openCollection } from '../../common/store/collection'
import type { BureauNoticeDoc, BureauSeatDoc, LetterDoc } from './documents'

export const seats = openCollection<BureauSeatDoc>('bureau_seats')
export const bureauNotices = openCollection<BureauNoticeDoc>('bureau_notices')
export const letters = openCollection<LetterDoc>('bureau_letters')

/** One person is one bureau, over however many schools. */
export const bureauIdOf = (openid: string): string => deriveId('bureau', openid)

/** The seat as it is held; undefined: by nobody, or by another. */
export async function findHeld(schoolId: string, bureauId?: string): Promise<BureauSeatDoc | undefined> {
  const seat = await seats.find(schoolId, { trail: 0 })
  const isHeld = seat?.state === 'held' && (bureauId === undefined || seat.bureauId === bureauId)
  return isHeld ? seat : undefined
}
