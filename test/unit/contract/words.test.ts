// Proves that every string of an input is words, a reference or bound to a form, and that no word is missed.
import * as z from 'zod/mini'
import type { ActionName } from '../../../core/contract'
import { findLooseStrings, note } from '../../../core/wire/words'
import { ACTIONS } from '../../actions'

/** What core/pact judges value by value: it takes numbers, times and words of its own lists. */
const JUDGED_ELSEWHERE = ['input.changes.rules{}{}: unknown']

describe('Given the input of every action', () => {
  test.each(Object.keys(ACTIONS) as ActionName[])(
    'when %s is walked through, then each string of it has a form or is words that are checked',
    (name) => {
      expect(findLooseStrings(ACTIONS[name].input).filter((loose) => !JUDGED_ELSEWHERE.includes(loose))).toEqual([])
    },
  )

  test('when somebody adds a string without a form, then it is found wherever it is', () => {
    const input = z.object({
      motto: z.string(),
      list: z.array(z.object({ hint: z.optional(z.string().check(z.maxLength(9))) })),
      either: z.union([z.string(), z.literal('')]),
      kept: note(10),
    })
    expect(findLooseStrings(input)).toEqual(['input.motto', 'input.list[].hint', 'input.either|0'])
  })
})
