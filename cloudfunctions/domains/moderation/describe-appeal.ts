// Decides how an appeal reads: whole to its writer and to the leaders, else only what WeChat let pass (C04, G04).
import type { Appeal } from '@class-pact/core/contract'
import { showWords } from '../../common/wechat/check-words'
import type { AppealDoc } from './documents'

export function describeAppeal(
  { at, words, wordsCheck, answered }: AppealDoc,
  reader: 'writer' | 'leader' | 'staff',
): Appeal {
  const isDoubted = wordsCheck !== undefined
  return {
    at,
    ...((reader !== 'staff' || !isDoubted) && { words }),
    ...(reader !== 'writer' && isDoubted && { doubted: true }),
    ...(answered && {
      answered: {
        ...{ at: answered.at, by: answered.by, decision: answered.decision },
        ...(reader === 'leader' ? { words: answered.words } : showWords(answered)),
      },
    }),
  }
}
