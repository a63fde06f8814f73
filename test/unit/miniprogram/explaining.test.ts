// Proves what [为什么] says, what [误判] would keep, and how a school's own line is cited (G15, C29).
import type { Reason } from '@class-pact/core/contract'
import { withWhy } from '../../../miniprogram/domains/pact/explaining'
import { presentReason } from '../../../miniprogram/services/sentences'

const BODY = '周末我在群里发个红包，大家来抢。'
const reason = (changes: Partial<Reason> = {}): Reason => ({
  ...{ rule: 'C13', verdict: 'refuse', cite: { rule: 'C13', pactVersion: 2 }, wayOut: [] },
  spans: [{ field: 'body', start: 8, end: 10 }],
  ...changes,
})
const card = (from: Reason, body = BODY) =>
  withWhy(presentReason(from, { now: 0 }), [from], { kind: 'notice', texts: { body } })

describe('given a refusal', () => {
  test('G15 when it is explained, then it names the words that decided', () => {
    expect(card(reason()).why).toEqual({
      words: ['红包'],
      guessed: false,
      text: BODY,
      kind: 'notice',
      verdict: 'refuse',
    })
  })

  test('C29 when it is the reader’s guess, then it says that it is one', () => {
    expect(card(reason({ guessed: true, verdict: 'hold' })).why).toMatchObject({ guessed: true, verdict: 'hold' })
  })

  test.each([
    ['an hour, not words', { rule: 'T03', verdict: 'queue' as const }],
    ['nothing in particular', { spans: [] }],
    ['a field that is not at hand', { spans: [{ field: 'event.place', start: 0, end: 2 }] }],
  ])('G15 when it was %s that decided, then there is nothing to explain', (_, changes) => {
    expect(card(reason(changes)).why).toBeUndefined()
  })

  test('M12 when the text is long, then only what stands around the words would be kept', () => {
    const long = `${'前'.repeat(2000)}发个红包${'后'.repeat(2000)}`
    const { text = '' } = card(reason({ spans: [{ field: 'body', start: 2002, end: 2004 }] }), long).why ?? {}
    expect([text.length, text.includes('发个红包')]).toEqual([500, true])
  })
})

describe('given a pact on the school’s own paper', () => {
  const own = { paper: '城东小学班级群管理制度', line: '群里不发红包。', article: '第三条' }

  test('C13 when it refuses, then the card cites the school’s line and its place, and ours stands behind it', () => {
    const { cite } = presentReason(reason({ cite: { rule: 'C13', pactVersion: 2, own } }), { now: 0 })
    expect(cite).toBe('依据：本校《城东小学班级群管理制度》第三条“群里不发红包。”（班级公约第2版C13）')
  })

  test('C13 when the paper has no numbers, then the line stands alone; without a paper, our article is cited', () => {
    const bare = { rule: 'C13', pactVersion: 2, own: { paper: own.paper, line: own.line } }
    expect(presentReason(reason({ cite: bare }), { now: 0 }).cite).toContain('》“群里不发红包。”')
    expect(presentReason(reason(), { now: 0 }).cite).toBe('依据：班级公约第2版C13')
  })
})
