// Decides how a request for another account reads for whoever decides it (M13).
import type { MoveWord, WaitingMove } from '@class-pact/core/contract'
import { formatMoment } from '../../../services/format'
import { RELATION_WORDS } from '../../../services/words'

const SAID: Record<MoveWord, string> = {
  yes: '原来的微信：是本人',
  no: '原来的微信：不是本人',
  none: '原来的微信还没有回应',
}

export interface MoveRow {
  moveId: string
  who: string
  child: string
  sub: string
  /** Whose seat it is about. */
  seat: string
  said: string
  doubted: string
  /** The other account says it is somebody else: nothing to let through. */
  isDenied: boolean
  label: string
}

export function presentMove(move: WaitingMove, now: number): MoveRow {
  const { moveId, guardianName, relation, childName, seat, said, createdAt, doubted } = move
  const who = `${guardianName}（${RELATION_WORDS[relation]}）`
  return {
    moveId,
    who,
    child: `孩子：${childName}`,
    sub: `${formatMoment(createdAt, now)}申请换微信号`,
    seat: seat ? `要换的席位：${seat.card}` : '名单里没有对得上的席位，通过时请您选',
    said: seat ? SAID[said] : '',
    doubted: doubted ? '微信检查：名字需人工看' : '',
    isDenied: seat !== undefined && said === 'no',
    label: `${who}申请换微信号，孩子${childName}`,
  }
}
