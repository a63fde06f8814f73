// Decides what of requests for another account is personal: the own ones, and the word one gave (M12).
import type { Personal } from '../../common/call/personal'
import { moves, presentMove } from './moves'

/** Requests of one copy, newest first: more than anybody hands in. */
const COPIED_MOST = 50

export const personal: Personal = {
  async copy({ openid }) {
    const asked = await moves.list(
      { $or: [{ openid }, { 'seat.openid': openid }] },
      { limit: COPIED_MOST, order: [['createdAt', 'desc']] },
    )
    const shortened = asked.length === COPIED_MOST
    return { part: { moves: asked.map((move) => presentMove(move, openid)) }, shortened }
  },
  forget: forgetMoves,
}

/** A request whose acts are not in the audit trail yet stays for them alone: empty, and nobody's. */
async function forgetMoves(openid: string): Promise<void> {
  await moves.update(
    { openid, trailOpen: true },
    {
      $set: { openid: '', childName: '', guardianName: '', state: 'withdrawn' },
      $unset: { words: 1, duty: 1, seat: 1, said: 1 },
    },
  )
  await moves.remove({ openid })
}
