// Proves that a page has every row of a long list once, counts what is still to come, and asks for one page at a time.
import type { Paged } from '@class-pact/core/contract'
import type { PhoneReply } from '../../../miniprogram/services/cloud'
import { leftOf, newLongList } from '../../../miniprogram/services/long-list'

type Answer = Paged & { rows: number[] }
const answer = (rows: number[], next?: string): Answer => ({ rows, total: 5, next })
const reply = (data: Answer): PhoneReply<Answer> => ({ ok: true, data })

test('given three pages, then all rows come in order and what is left is counted down', async () => {
  const list = newLongList<Answer, number>(({ rows }) => rows).begin(answer([1, 2], 'a'))
  expect([list.rows, list.left]).toEqual([[1, 2], 3])
  const asked: string[] = []
  const ask = (data: Answer) => (next: string) => {
    asked.push(next)
    return Promise.resolve(reply(data))
  }
  expect(await list.more(ask(answer([3, 4], 'b')))).toBe(true)
  expect(await list.more(ask(answer([5])))).toBe(true)
  expect(await list.more(ask(answer([6])))).toBe(false)
  expect([list.rows, list.left, asked]).toEqual([[1, 2, 3, 4, 5], 0, ['a', 'b']])
})

test('given two taps at once, then one page is asked for; one that does not come can be asked for again', async () => {
  const list = newLongList<Answer, number>(({ rows }) => rows).begin(answer([1, 2], 'a'))
  const both = [
    list.more(() => Promise.resolve(reply(answer([3], 'b')))),
    list.more(() => Promise.resolve(reply(answer([9])))),
  ]
  expect(await Promise.all(both)).toEqual([true, false])
  expect(await list.more(() => Promise.resolve({ ok: false, error: { code: 'OFFLINE' } }))).toBe(false)
  expect(await list.more(() => Promise.resolve(reply(answer([4, 5]))))).toBe(true)
  expect(list.rows).toEqual([1, 2, 3, 4, 5])
})

test('given an answer that was kept before lists were counted, then nothing is said to be left', () => {
  expect(leftOf({}, 3)).toBe(0)
  expect(leftOf({ next: 'a' }, 3)).toBe(0)
  expect(leftOf({ total: 3, next: 'a' }, 3)).toBe(1)
})
