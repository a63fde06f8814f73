// Decides what somebody finds of what they have written, wherever they belong now: own letters, and nobody else's.
import type { LetterState } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import type { LetterDoc, TalkDoc } from './documents'

type Row = Pick<TalkDoc, 'matter' | 'className'> & { letter: Pick<LetterDoc, 'at' | 'words' | 'state'> }

const ownOf = (openid: string): List => ({
  parts: [
    {
      from: 'talks',
      where: { writers: openid },
      by: [
        { $project: { matter: 1, className: 1, letter: '$letters' } },
        { $unwind: '$letter' },
        { $match: { 'letter.by.openid': openid } },
      ],
      order: [
        ['letter.at', -1],
        ['letter.letterId', 1],
      ],
    },
  ],
})

export const ownLetters: Handler<'talk.own'> = async ({ after }, { openid }) => {
  const { rows, total, next } = await readPage<Row>(openid, ownOf(openid), after)
  const letters = rows.map(({ matter, className, letter: { at, words, state } }) => {
    const stands: LetterState = state
    return { matter, className, at, words, state: stands }
  })
  return succeed({ letters, total, next })
}
