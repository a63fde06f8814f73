// Decides whether the judge is total, monotone, repeatable and independent of the order of rules, whatever comes.
import fc from 'fast-check'
import { VERDICTS, type Pact, type Role } from '@class-pact/core/contract'
import {
  PRESETS,
  RULES,
  createPact,
  defaultPreset,
  isRuleId,
  nextOpening,
  quietRules,
  revisePact,
  seatLimit,
  settingsOf,
  type Params,
} from '@class-pact/core/pact'
import { judge, judgeInSteps, type JudgeContext, type Post } from '@class-pact/core/judge'
import { USUAL_LADDER, ladderOf } from '@class-pact/core/moderation'
import { ROSTER, at, pactOf } from './judging'

const fragments = [
  '张小明',
  '98分',
  '红包',
  '请不要',
  '转账50元',
  'http://a.cn',
  '13812345678',
  '作业:',
  '\n',
  '，',
  '收到',
  '😊',
  '投一票',
  '请假',
  '第一名',
  '懒',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''))
const role = fc.constantFrom<Role>('guardian', 'head_teacher', 'teacher', 'office', 'principal', 'supervisor')
const now = fc.oneof(fc.integer({ min: 0, max: at('2030-01-01', '00:00') }), fc.constantFrom(NaN, Infinity, -1))
const post: fc.Arbitrary<Post> = fc.record(
  {
    role,
    kind: fc.constantFrom('notice', 'comment', 'private', 'leave', 'album'),
    body: text,
    audience: fc.constantFrom('class', 'school', 'child'),
    title: text,
    noticeKind: fc.constantFrom('notice', 'fee', 'homework', 'activity'),
    event: fc.record({ day: fc.oneof(fc.constant('2026-09-10'), fc.string()) }),
  },
  { requiredKeys: ['role', 'kind', 'body', 'audience'] },
)
const context: fc.Arbitrary<JudgeContext> = fc.record(
  {
    roster: fc.constantFrom([], ROSTER),
    calendar: fc.constant({ rest: ['2026-09-10'], school: [] }),
    previous: fc.array(fc.record({ text, at: fc.integer({ min: 0, max: 2e12 }) }), { maxLength: 6 }),
    linkAllowList: fc.array(fc.string(), { maxLength: 3 }),
  },
  { requiredKeys: ['roster', 'calendar'] },
)
const all: Pact = { ...pactOf('strict'), rules: Object.fromEntries(Object.keys(RULES).map((id) => [id, {}])) }
const some = fc
  .subarray(Object.keys(RULES))
  .map((ids): Pact => ({ ...all, rules: Object.fromEntries(ids.map((id) => [id, {}])) }))
const rank = (verdict: string) => VERDICTS.indexOf(verdict as (typeof VERDICTS)[number])

describe('the judge, whatever comes', () => {
  it('C04 given any post, when judged, then there is a judgement whose first reason decides', () => {
    fc.assert(
      fc.property(post, context, some, now, (somePost, around, pact, moment) => {
        const { verdict, reasons } = judge(somePost, around, pact, moment)
        expect(verdict).toBe(reasons[0]?.verdict ?? 'allow')
        for (const { spans, rule } of reasons) {
          expect(isRuleId(rule)).toBe(true)
          for (const { field, start, end } of spans) {
            const length = field === 'title' ? (somePost.title ?? '').length : somePost.body.length
            if (field === 'title' || field === 'body')
              expect([start >= 0, start <= end, end <= length]).toEqual([true, true, true])
          }
        }
      }),
    )
  })
  it('G15 given more rules, when judged, then the verdict is never milder', () => {
    fc.assert(
      fc.property(post, context, some, now, (somePost, around, pact, moment) => {
        expect(rank(judge(somePost, around, all, moment).verdict)).toBeGreaterThanOrEqual(
          rank(judge(somePost, around, pact, moment).verdict),
        )
      }),
    )
  })
  it('G15 given the rules in another order, or judged twice, then the judgement is the same', () => {
    fc.assert(
      fc.property(post, context, some, now, (somePost, around, pact, moment) => {
        const turned = { ...pact, rules: Object.fromEntries(Object.entries(pact.rules).reverse()) }
        const first = judge(somePost, around, pact, moment)
        expect(judge(somePost, around, turned, moment)).toEqual(first)
        expect(judge(somePost, around, pact, moment)).toEqual(first)
      }),
    )
  })
  it('G15 given a post that is judged in steps, then the judgement is the same as in one go', () => {
    fc.assert(
      fc.property(post, context, some, now, (somePost, around, pact, moment) => {
        const steps = judgeInSteps(somePost, around, pact, moment)
        let step = steps.next()
        while (!step.done) step = steps.next()
        expect(step.value).toEqual(judge(somePost, around, pact, moment))
      }),
    )
  })
  it('G15 given what no type allows, when judged, then nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (body, params) => {
        const odd = {
          ...all,
          rules: Object.fromEntries(
            Object.keys(RULES).map((id) => [id, { from: params, perWeek: params, hosts: params }]),
          ),
        }
        const oddPost = { role: 'teacher', kind: 'notice', audience: 'class', body, title: body } as unknown as Post
        expect(() => judge(oddPost, {} as JudgeContext, odd, 0)).not.toThrow()
      }),
    )
  })
  it('T06 given any moment and preset, when the next opening is asked for, then it is not quiet and not earlier', () => {
    const moments = fc.integer({ min: at('2024-01-01', '00:00'), max: at('2029-01-01', '00:00') })
    fc.assert(
      fc.property(moments, role, fc.constantFrom(...PRESETS.map(({ id }) => id)), (moment, who, preset) => {
        const pact = pactOf(preset)
        const opening = nextOpening(moment, who, pact, { rest: [], school: [] })
        expect(opening).toBeGreaterThanOrEqual(moment)
        expect(quietRules(opening, who, 'notice', pact, { rest: [], school: [] })).toEqual([])
      }),
    )
  })
})

describe('parameters', () => {
  it('G15 given a rule without parameters and with the usual ones, when judged, then it is the same judgement', () => {
    const usual = {
      ...all,
      rules: Object.fromEntries(Object.keys(RULES).map((id) => [id, isRuleId(id) ? settingsOf(id, {}) : {}])),
    }
    fc.assert(
      fc.property(post, context, now, (somePost, around, moment) => {
        expect(judge(somePost, around, usual, moment)).toEqual(judge(somePost, around, all, moment))
      }),
    )
    const { N03, G04 } = usual.rules
    const long = (characters: number): Post => ({
      role: 'teacher',
      kind: 'notice',
      audience: 'class',
      body: '早'.repeat(characters),
    })
    const longest = Number(N03?.['longest'])
    const warned = (characters: number) =>
      judge(long(characters), { roster: [], calendar: { rest: [], school: [] } }, { ...all, rules: { N03: {} } }, 0)
        .verdict
    expect([warned(longest), warned(longest + 1)]).toEqual(['allow', 'warn'])
    expect(ladderOf({ rules: { G04: G04 ?? {} } })).toEqual(USUAL_LADDER)
  })
  it('G15 given a preset’s parameters, then each is one a school could choose, and holds', () => {
    for (const { rules } of PRESETS)
      for (const [id, params] of Object.entries(rules))
        expect(isRuleId(id) && settingsOf(id, params)).toMatchObject(params)
  })
  it('T04 given half a noon break, then the missing end is named', () => {
    const revise = (params: Params) => revisePact(pactOf('primary'), { rules: { T01: params } }, '2026-09-08')
    expect(revise({ noonFrom: '12:00' })).toEqual({ ok: false, field: 'rules.T01.noonTo' })
    expect(revise({ noonTo: '14:00' })).toEqual({ ok: false, field: 'rules.T01.noonFrom' })
  })
})

describe('presets and catalogue', () => {
  it('G15 given every preset, when looked at, then its rules are in the catalogue and a seed preset cites its seed', () => {
    for (const { id, seed, rules } of PRESETS)
      for (const rule of Object.keys(rules)) {
        expect(isRuleId(rule)).toBe(true)
        const cites = RULES[rule as keyof typeof RULES].sources.some(({ article }) => article.startsWith(seed ?? ''))
        expect({ id, rule, cites }).toEqual({ id, rule, cites: true })
      }
  })
  it('M01 given the presets, when asked for seats, then it is two, or a family where no rule is on', () => {
    expect(seatLimit(pactOf(defaultPreset('kindergarten')))).toBe(2)
    expect(seatLimit(pactOf('S0-3'))).toBe(6)
  })
  it('V1 given a kind of school, when it begins, then the preset of that kind is there', () => {
    expect(createPact('s', 1, defaultPreset('primary'), '2026-09-01')?.rules.T01).toEqual({
      from: '20:00',
      to: '07:00',
    })
    expect(createPact('s', 1, defaultPreset('kindergarten'), '2026-09-01')?.rules.T04).toEqual({
      from: '21:30',
      to: '07:00',
      noonFrom: '13:00',
      noonTo: '14:30',
    })
  })
})
