// Proves that whatever comes is cut into stretches of the paper, in order, within bounds, in linear time.
import fc from 'fast-check'
import { limits } from '@class-pact/core/contract'
import { draftPact } from '@class-pact/core/draft'
import { PAPER_LINES_MAX } from '../../../../core/draft/types'
import { boundsOf, fitsBound, isRuleId } from '@class-pact/core/pact'

const FRAGMENTS = [
  '第三条',
  '一、',
  '（二）',
  '晚上九点半以后不发消息',
  '21:30—7:00',
  '每户限一人',
  '禁止以下行为：',
  '不发红包',
  '违者罚款50元',
  '请假三天以内班主任批',
  '，',
  '。',
  '；',
  '\n',
  ' ',
  '　',
  '😊',
  '1️⃣',
  '可以 不可以 备注',
  '□□',
  '家长',
  '不',
]
const paper = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('given any paper, when it is read', () => {
  it('then its clauses are verbatim stretches of it, in order, and none overlaps another', () => {
    fc.assert(
      fc.property(paper, (text) => {
        let last = 0
        for (const { line, start, end } of draftPact(text)) {
          expect(line).toBe(text.slice(start, end))
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })

  it('then its rules exist, their parameters are within bounds, and only rules have any', () => {
    fc.assert(
      fc.property(paper, (text) => {
        const clauses = draftPact(text)
        for (const { kind, rules, maybe = [], against = [] } of clauses) {
          expect(rules.length > 0).toBe(kind === 'rule')
          for (const { id, params } of rules)
            for (const [key, value] of Object.entries(params)) {
              const bound = boundsOf(id)[key]
              expect(bound && fitsBound(bound, value)).toBe(true)
            }
          expect(maybe.length).toBeLessThanOrEqual(3)
          expect(maybe.every(isRuleId)).toBe(true)
          expect(against.every((at) => clauses[at] !== undefined)).toBe(true)
        }
      }),
    )
  })

  it('then it is read the same way twice', () => {
    fc.assert(fc.property(paper, (text) => expect(draftPact(text)).toEqual(draftPact(text))))
  })
})

describe('given a hostile paper of the greatest length, when it is read', () => {
  const long = (part: string) => part.repeat(Math.ceil(limits.PAPER_MAX / part.length)).slice(0, limits.PAPER_MAX)
  /** A quiet machine needs a fifth of a second at most; this leaves room for a busy one. */
  const WITHIN_MS = 2_000

  it.each([
    '不',
    '（',
    '1',
    '千',
    '1.',
    '孩子',
    '不发群',
    '，',
    '一、不发广告\n',
    '不 发 ',
    '？不',
    '晚上9点至',
    '“收到”',
    '🚫',
    '可以 不可以 无\n',
    '每户限1人。每户限2人。',
  ])('then %s without end takes no longer than its length asks for', (part) => {
    const started = performance.now()
    draftPact(long(part))
    expect(performance.now() - started).toBeLessThan(WITHIN_MS)
  })

  it('then what lies beyond the bounds is not read', () => {
    expect(draftPact(`${long('。')}不发红包`)).toEqual([])
    expect(
      draftPact(`${'。\n不拉票\n'.repeat(PAPER_LINES_MAX)}不发红包`).flatMap(({ rules }) => rules.map(({ id }) => id)),
    ).not.toContain('C13')
  })
})
