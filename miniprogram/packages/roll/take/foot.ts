// Decides what ▶ of the roll says: save, save once more, look first, or nothing to do.
import type { Instant, Roll } from '@class-pact/core/contract'
import { CHECK_WORDS } from '../../../domains/roll/words'
import { isTooEarly, type TakeView } from './present'

export interface Foot {
  label: string
  tone: 'brand' | 'fix' | 'off'
  note: string
}

export function footOf(
  roll: Pick<Roll, 'day' | 'half' | 'takenAt'>,
  { asking }: Pick<TakeView, 'asking'>,
  { changed, waits }: { changed: boolean; waits: boolean },
  now: Instant,
): Foot {
  const check = CHECK_WORDS[roll.half]
  if (isTooEarly(roll, now)) return { label: `保存${check}`, tone: 'off', note: '午检从12:00起可以保存' }
  if (asking.length > 0) return { label: `还有${asking.length}人要核对`, tone: 'fix', note: '' }
  if (!waits && roll.takenAt === undefined) return { label: `保存${check}`, tone: 'brand', note: '' }
  if (changed) return { label: '保存更正', tone: 'brand', note: '' }
  return { label: waits ? `${check}已存在本机` : `${check}已保存`, tone: 'off', note: '' }
}
