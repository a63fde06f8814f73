// Proves that whatever a paper says, the pact made of it is one: only what it says and the gaps that were kept (G15).
import fc from 'fast-check'
import {
  PRESETS,
  RULES,
  boundsOf,
  changesOfPaper,
  citeRule,
  createPact,
  gapsOf,
  maySoften,
  nearestPreset,
  revisePact,
  type Params,
  type RuleId,
  type SaidRule,
} from '@class-pact/core/pact'
import { judge } from '@class-pact/core/judge'
import { weighTold } from '@class-pact/core/misjudgement'

const DAY = '2026-09-02'
const ALL = Object.keys(RULES) as RuleId[]
const base = createPact('school', 1, 'strict', '2026-09-01')
if (!base) throw new Error('no such rule set')

/** Parameters as a reader of papers could bring them: in bounds, out of them, half a break, or none. */
const params = (id: RuleId): fc.Arbitrary<Params> =>
  fc.record(
    Object.fromEntries(
      Object.entries(boundsOf(id)).map(([key, bound]) => [
        key,
        bound.kind === 'clock'
          ? fc.constantFrom('21:30', '07:00', '13:00', '12:10', '14:00', '99:99')
          : bound.kind === 'number'
            ? fc.integer({ min: -1, max: 400 })
            : fc.constantFrom('allow', 'forbid', 'review', 'nonsense'),
      ]),
    ),
    { requiredKeys: [] },
  )
const said = fc
  .uniqueArray(fc.constantFrom(...ALL), { maxLength: 25 })
  .chain((ids) => fc.tuple(...ids.map((id) => params(id).map((each): SaidRule => ({ id, params: each })))))

test('G15 given any rules a paper says, then the pact of them is in bounds, with them on and nothing else but kept gaps', () => {
  fc.assert(
    fc.property(said, fc.boolean(), (rules, keepsGaps) => {
      const preset = nearestPreset(rules)
      const gaps = keepsGaps ? gapsOf(rules, preset) : []
      const revision = revisePact(base, changesOfPaper(rules, { preset, gaps }), DAY)
      expect(revision).toMatchObject({ ok: true })
      if (!revision.ok) return
      expect(Object.keys(revision.pact.rules).sort()).toEqual(
        [...new Set([...rules.map(({ id }) => id), ...gaps])].sort(),
      )
    }),
    { numRuns: 300 },
  )
})

describe('given what a paper says of a matter', () => {
  test.each([
    ['C20', 'C21'],
    ['C11', 'C12'],
    ['C16', 'C17'],
    ['T03', 'T01'],
  ] as const)('V2 when it has %s, then the nearest rule set does not bring %s along', (own, other) => {
    for (const { id } of PRESETS) expect(gapsOf([{ id: own }], id)).not.toContain(other)
  })

  test('T04 when it names one end of a break only, then the other is that of S0-8', () => {
    const rules: SaidRule[] = [{ id: 'T04', params: { from: '21:30', noonFrom: '12:30' } }]
    const { rules: changes } = changesOfPaper(rules, { preset: 'primary', gaps: [] })
    expect(changes['T04']).toEqual({ from: '21:30', to: '07:00', noonFrom: '12:30', noonTo: '14:30' })
  })

  test('G15 when it is a whole preset of the seeds, then that one is the nearest and no gap is left', () => {
    for (const { id, rules } of PRESETS.filter(({ seed }) => seed)) {
      const own = Object.entries(rules).map(([rule, params]) => ({ id: rule as RuleId, params }))
      expect(gapsOf(own, nearestPreset(own))).toEqual([])
      expect([id, Object.keys(rules).sort()]).toEqual([
        id,
        Object.keys(PRESETS.find((each) => each.id === nearestPreset(own))?.rules ?? {}).sort(),
      ])
    }
  })
})

describe('given the lines of a paper in a version', () => {
  const lines = { T12: [{ line: '每周通知不超过三份。' }], C13: [{ line: '不发红包。', article: '第三条' }] }
  const own = { title: '本校制度', lines }
  const adopted = revisePact(base, { rules: { T12: { perWeek: 3 } } }, DAY, own)
  const second = adopted.ok ? adopted.pact : base

  test('G15 when the next sets another figure, then the line about it goes, the others stay', () => {
    const third = revisePact(second, { rules: { T12: { perWeek: 5 } } }, '2026-09-03')
    expect(third.ok && third.pact.own?.lines).toEqual({ C13: lines.C13 })
  })

  test('G15 when the next changes nothing of it, or another paper comes, then it stays, or gives way whole', () => {
    const third = revisePact(second, { rules: { C30: { most: 2 } } }, '2026-09-03')
    expect(third.ok && third.pact.own).toEqual(own)
    const other = { title: '新制度', lines: { C13: [{ line: '红包免谈。' }] } }
    const fourth = revisePact(second, { rules: {} }, '2026-09-03', other)
    expect(fourth.ok && fourth.pact.own).toEqual(other)
  })

  test('C13 when a rule is cited, then by the school’s line, and by ours where it has none', () => {
    expect(citeRule(second, 'C13').own).toEqual({ paper: '本校制度', line: '不发红包。', article: '第三条' })
    expect(citeRule(second, 'C14')).toEqual({ rule: 'C14', pactVersion: 2 })
    expect(citeRule(second, 'constructor')).toEqual({ rule: 'constructor', pactVersion: 2 })
  })
})

describe('given a rule that a school has softened', () => {
  const NOW = Date.parse('2026-09-02T10:00:00+08:00')
  const post = { role: 'teacher', kind: 'notice', body: '我在群里发个红包，大家来抢。', audience: 'class' } as const
  const context = { roster: [], calendar: { rest: [], school: [] } }

  test('C13 when a post breaks it, then the sender is told and nothing is stopped', () => {
    const soft = revisePact(base, { rules: {}, soft: { C13: true } }, DAY)
    if (!soft.ok) throw new Error(soft.field)
    const verdictOf = (pact: typeof base) =>
      judge({ ...post, title: '' }, context, pact, NOW).reasons.find(({ rule }) => rule === 'C13')?.verdict
    expect([verdictOf(base), verdictOf(soft.pact)]).toEqual(['refuse', 'warn'])
  })

  test('C05 when it is about law or safety, or about hours and seats, then no school can soften it', () => {
    for (const rule of ['C04', 'C05', 'C06', 'C07', 'C09', 'C28', 'T03', 'M01', 'G01', 'nothing'])
      expect([rule, maySoften(rule)]).toEqual([rule, false])
    expect(revisePact(base, { rules: {}, soft: { C05: true } }, DAY)).toEqual({ ok: false, field: 'soft.C05' })
  })

  test('G15 when the rule is switched off and on again, then it stops as before', () => {
    const soft = revisePact(base, { rules: {}, soft: { C13: true } }, DAY)
    const off = soft.ok && revisePact(soft.pact, { rules: { C13: null } }, DAY)
    const on = off && off.ok && revisePact(off.pact, { rules: { C13: {} } }, DAY)
    expect(on && on.ok && on.pact.soft).toBeUndefined()
  })
})

describe('given what was told of a rule', () => {
  const told = (rule: string, count: number, people: number) => weighTold([{ rule, count, people }], base)[0]?.proposed
  test.each([
    ['five times by three people', 'C10', 5, 3, true],
    ['four times', 'C10', 4, 4, false],
    ['often, by two people', 'C10', 40, 2, false],
    ['often, of a rule about safety', 'C28', 40, 9, false],
    ['often, of a rule that is not on', 'C21', 40, 9, false],
  ])('G15 when it was wrong %s, then it is proposed or not', (_, rule, count, people, proposed) => {
    expect(told(rule, count, people)).toBe(proposed)
  })
})
