// Decides whether versions of a pact follow one another as they should, and what a new one is told to change.
import fc from 'fast-check'
import type { Pact, PactChanges } from '@class-pact/core/contract'
import {
  PRESETS,
  VARIANTS,
  VARIANT_IDS,
  chooseOption,
  compareRules,
  createPact,
  earliestEffective,
  hasSameRules,
  mayTakeEffect,
  optionOf,
  pactInForce,
  pactNews,
  pactsToCome,
  revisePact,
} from '@class-pact/core/pact'
import { comparePacts, type PastPost } from '@class-pact/core/judge'
import { ROSTER, at, pactOf } from '../judge/judging'

const FROM = '2026-09-08'
const presetIds = PRESETS.map(({ id }) => id)
const revised = (base: Pact, changes: PactChanges, from = FROM): Pact => {
  const revision = revisePact(base, changes, from)
  if (!revision.ok) throw new Error(revision.field)
  return revision.pact
}
const aPost = (day: string, clock: string, body = '明天请穿运动鞋。', author = 'o-wang'): PastPost => ({
  author,
  post: { role: 'head_teacher', kind: 'notice', title: '通知', noticeKind: 'notice', audience: 'class', body },
  context: { roster: ROSTER, calendar: { rest: [], school: [] } },
  at: at(day, clock),
})

describe('the version in force', () => {
  const versions = [
    { version: 1, effectiveFrom: '2026-09-01' },
    { version: 3, effectiveFrom: '2026-10-08' },
    { version: 2, effectiveFrom: '2026-09-08' },
  ]
  it.each([
    ['2026-08-31', undefined],
    ['2026-09-01', 1],
    ['2026-09-07', 1],
    ['2026-09-08', 2],
    ['2026-10-07', 2],
    ['2026-10-08', 3],
    ['2027-09-01', 3],
  ])('G15 given %s, then it is version %s', (day, version) => {
    expect(pactInForce(versions, day)?.version).toBe(version)
  })
  it('G15 given versions adopted ahead, then those to come stand in order', () => {
    expect(pactsToCome(versions, '2026-09-01').map(({ version }) => version)).toEqual([2, 3])
    expect(pactsToCome(versions, '2026-10-08')).toEqual([])
  })
  it('G15 given a version that begins before one adopted earlier, then the earlier one never begins', () => {
    const overtaken = [...versions, { version: 4, effectiveFrom: '2026-10-01' }]
    expect(pactInForce(overtaken, '2026-10-08')?.version).toBe(4)
    expect(pactsToCome(overtaken, '2026-09-01').map(({ version }) => version)).toEqual([2, 4])
  })
  it('G15 given today, then a version begins tomorrow at the earliest and a year ahead at the latest', () => {
    expect(earliestEffective(at('2026-09-07', '23:59'))).toBe('2026-09-08')
    expect(mayTakeEffect('2026-09-07', at('2026-09-07', '00:00'))).toBe(false)
    expect(mayTakeEffect('2026-09-08', at('2026-09-07', '23:59'))).toBe(true)
    expect(mayTakeEffect('2027-09-08', at('2026-09-07', '10:00'))).toBe(true)
    expect(mayTakeEffect('2027-09-09', at('2026-09-07', '10:00'))).toBe(false)
  })
})

describe('what members are told', () => {
  const first = { version: 1, effectiveFrom: '2026-09-01' }
  it.each([
    ['2026-09-02', [first], undefined],
    ['2026-09-02', [first, { version: 2, effectiveFrom: '2026-09-08' }], 2],
    ['2026-09-14', [first, { version: 2, effectiveFrom: '2026-09-08' }], 2],
    ['2026-09-15', [first, { version: 2, effectiveFrom: '2026-09-08' }], undefined],
    [
      '2026-09-15',
      [first, { version: 2, effectiveFrom: '2026-09-08' }, { version: 3, effectiveFrom: '2026-12-01' }],
      3,
    ],
    [
      '2026-09-06',
      [first, { version: 2, effectiveFrom: '2026-09-08' }, { version: 3, effectiveFrom: '2026-09-07' }],
      3,
    ],
  ])('G15 given %s and the versions %j, then it is version %s', (day, versions, version) => {
    expect(pactNews(versions, day)?.version).toBe(version)
  })
  it('G15 given two versions, then what is new, gone and otherwise is told apart, and unknown rules are left out', () => {
    const before = { rules: { T12: { perWeek: 5 }, C20: {}, M01: {}, Z99: {} } }
    const after = { rules: { T12: { perWeek: 3 }, C21: {}, M01: { seats: 2 }, Y99: {} } }
    expect(compareRules(before, after)).toEqual({ added: ['C21'], dropped: ['C20'], changed: ['T12'] })
    expect(compareRules(before, before)).toEqual({ added: [], dropped: [], changed: [] })
  })
})

describe('a new version', () => {
  it('G15 given any pact, when nothing is changed, then the rules are the same and so is every fate', () => {
    const moments = fc.integer({ min: at('2026-08-01', '00:00'), max: at('2026-10-31', '00:00') })
    fc.assert(
      fc.property(fc.constantFrom(...presetIds), fc.array(moments, { maxLength: 5 }), (preset, times) => {
        const base = pactOf(preset)
        const next = revised(base, { rules: {} })
        expect(next).toEqual({ ...base, version: base.version + 1, effectiveFrom: FROM })
        expect(hasSameRules(base, next)).toBe(true)
        const posts = times.map((moment) => ({ ...aPost('2026-09-01', '10:00'), at: moment }))
        expect(comparePacts(base, next, posts)).toEqual({
          ...{ posts: posts.length, queued: 0, held: 0, refused: 0, allowed: 0, teachers: 0 },
        })
      }),
    )
  })
  it.each(presetIds)(
    'G15 given the preset %s, when set rule by rule or as a whole, then it is that preset',
    (preset) => {
      const base = pactOf('S0-4')
      const wanted = createPact('school', 4, preset, FROM)
      expect(revised(base, { preset, rules: {} })).toEqual(wanted)
      expect(revised({ ...base, rules: {} }, { rules: wanted?.rules ?? {} }).rules).toEqual(wanted?.rules)
    },
  )
  it('G15 given rules of the old version that nobody names, then they stay, also unknown ones', () => {
    const base = { ...pactOf('primary'), rules: { C18: { own: 'forbid' }, Z99: { x: 1 } } }
    expect(revised(base, { rules: { T12: { perWeek: 3 }, C18: null } }).rules).toEqual({
      Z99: { x: 1 },
      T12: { perWeek: 3 },
    })
    expect(base.rules).toEqual({ C18: { own: 'forbid' }, Z99: { x: 1 } })
  })
  it.each<[PactChanges, string]>([
    [{ preset: 'none', rules: {} }, 'preset'],
    [{ rules: { Z99: {} } }, 'rules.Z99'],
    [{ rules: { constructor: {} } }, 'rules.constructor'],
    [{ rules: { C20: { own: 'allow' } } }, 'rules.C20.own'],
    [{ rules: { T12: { perWeek: 0 } } }, 'rules.T12.perWeek'],
    [{ rules: { T12: { perWeek: 2.5 } } }, 'rules.T12.perWeek'],
    [{ rules: { T12: { perWeek: NaN } } }, 'rules.T12.perWeek'],
    [{ rules: { M01: { seats: 100 } } }, 'rules.M01.seats'],
    [{ rules: { T01: { from: '03:00' } } }, 'rules.T01.from'],
    [{ rules: { T01: { from: '25:00' } } }, 'rules.T01.from'],
    [{ rules: { T01: { to: '12:00' } } }, 'rules.T01.to'],
    [{ rules: { T04: { noonFrom: '14:00' } } }, 'rules.T04.noonFrom'],
    [{ rules: { C18: { own: 'all' } } }, 'rules.C18.own'],
    [{ rules: { C12: { hosts: ['http://a.cn'] } } }, 'rules.C12.hosts'],
    [{ rules: { T01: { constructor: '20:00' } } }, 'rules.T01.constructor'],
  ])('G15 given %j, then it is refused at %s', (changes, field) => {
    expect(revisePact(pactOf('primary'), changes, FROM)).toEqual({ ok: false, field })
  })
  it('C12 given hosts that are hosts, then they are taken', () => {
    const rules = { C12: { hosts: ['edu.cn', 'www.moe.gov.cn'] } }
    expect(revised(pactOf('primary'), { rules }).rules.C12).toEqual(rules.C12)
  })
})

describe('the variants', () => {
  const options = VARIANT_IDS.flatMap((id) => VARIANTS[id].map((option) => [id, option.id] as const))
  it.each(options)(
    '%s given the option %s, when chosen in any pact, then the pact has it and the others stay',
    (id, option) => {
      for (const preset of presetIds) {
        const base = pactOf(preset)
        const next = revised(base, { rules: chooseOption(base, id, option) })
        expect([preset, optionOf(next, id)]).toEqual([preset, option])
        for (const other of VARIANT_IDS.filter((each) => each !== id))
          expect([preset, other, optionOf(next, other)]).toEqual([preset, other, optionOf(base, other)])
      }
    },
  )
  it('V1 V2 V3 V4 V6 V7 V9 V10 V11 V13 V14 V16 V18 V19 G21 P06 given the presets a school begins with, then every variant is decided safely', () => {
    const shared = {
      ...{ V2: 'forbidden', V3: 'forbid', V4: 'private', V6: 'two', V7: 'child_relation', V9: 'guardians' },
      ...{ V10: 'allow_list', V11: 'permission', V13: 'usual', V14: 'five', V16: 'opened', V19: 'at_once' },
      ...{ V18: 'next_day', G21: 'to_leaders', P06: 'forbid' },
    }
    const taken = (preset: string) => Object.fromEntries(VARIANT_IDS.map((id) => [id, optionOf(pactOf(preset), id)]))
    expect(taken('primary')).toEqual({ V1: 'evening_20', ...shared })
    expect(taken('kindergarten')).toEqual({ V1: 'noon_and_late', ...shared })
  })
  it('V10 given hosts a school has accepted, when the list is chosen again, then they are kept', () => {
    const base = revised(pactOf('primary'), { rules: { C12: { hosts: ['edu.cn'] } } })
    expect(chooseOption(base, 'V10', 'allow_list')).toMatchObject({ C12: { hosts: ['edu.cn'] } })
  })
  it('V3 given a pact of a seed that says nothing about scores, then no option is taken', () => {
    expect(optionOf(pactOf('S0-1'), 'V3')).toBeUndefined()
  })
})

describe('what would have happened', () => {
  const primary = pactOf('primary')
  const strict = revised(primary, { rules: chooseOption(primary, 'V1', 'working_hours') })
  it('T06 given notices in the evening and at noon, when the hours change, then those that would wait longer are counted', () => {
    const posts = [
      aPost('2026-09-09', '10:00'),
      aPost('2026-09-09', '19:00', '今晚请早睡。'),
      aPost('2026-09-09', '18:30', '请带水杯。', 'o-li'),
      // Saturday: queued under neither the old rule nor freely under the new one.
      aPost('2026-09-12', '10:00', '周一升旗。', 'o-li'),
    ]
    expect(comparePacts(primary, strict, posts)).toEqual({
      ...{ posts: 4, queued: 3, held: 0, refused: 0, allowed: 0, teachers: 2 },
    })
    expect(comparePacts(strict, primary, posts)).toMatchObject({ queued: 0, allowed: 3, teachers: 2 })
  })
  it('T06 given a notice that waited until seven, when it would wait until eight, then it counts as waiting', () => {
    expect(comparePacts(primary, strict, [aPost('2026-09-09', '21:00')])).toMatchObject({ queued: 1, allowed: 0 })
    expect(comparePacts(strict, primary, [aPost('2026-09-09', '21:00')])).toMatchObject({ queued: 0, allowed: 0 })
  })
  it('C20 G01 given homework, or a review of all, then what is refused and what is held is told apart', () => {
    const open = revised(primary, { rules: chooseOption(primary, 'V2', 'allowed') })
    const homework = { ...aPost('2026-09-09', '16:00', '今天的作业：抄写生字三遍，背诵第五课。') }
    expect(comparePacts(open, primary, [homework])).toMatchObject({ refused: 1, teachers: 1 })
    const reviewed = revised(primary, { rules: chooseOption(primary, 'V9', 'everyone') })
    expect(comparePacts(primary, reviewed, [aPost('2026-09-09', '10:00')])).toMatchObject({ held: 1, teachers: 1 })
  })
})
