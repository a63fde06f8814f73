// Proves that a paper becomes changes a pact takes, that contradictions wait for somebody, and what is left over (G15).
import { draftPact } from '@class-pact/core/draft'
import {
  PRESETS,
  changesOfPaper,
  createPact,
  gapsOf,
  nearestPreset,
  revisePact,
  type SaidRule,
} from '@class-pact/core/pact'

const rulesOfPreset = (id: string): SaidRule[] =>
  Object.entries(PRESETS.find((preset) => preset.id === id)?.rules ?? {}).map(
    ([rule, params]) => ({ id: rule, params }) as SaidRule,
  )
const againstOf = (paper: string) => draftPact(paper).map(({ against }) => against)

describe('given two clauses that contradict one another, when the paper is read', () => {
  it.each([
    ['不在群里布置作业。\n老师可以在群里发布当天作业。', 'homework forbidden and allowed'],
    ['每名学生限两位家长进群。\n每户限一人进群。', 'other seats'],
    ['晚上九点以后不发消息。\n晚上十点以后不发消息。', 'other hours for the same people'],
    ['鼓励在群里表扬进步的学生。\n不在群里公开表扬个别学生。', 'praise wanted and not'],
    ['不发红包。\n家长可以在群里发红包。', 'allowed here and forbidden there'],
  ])('then each knows the other: %s (%s)', (paper) => {
    expect(againstOf(paper)).toEqual([[1], [0]])
  })

  it('then other hours for other people are none', () => {
    expect(againstOf('教师晚上八点以后不发通知。\n家长晚上九点以后不发消息。')).toEqual([undefined, undefined])
  })
})

const saidBy = (paper: string) => draftPact(paper).flatMap(({ rules }) => rules)

describe('given a paper, when its changes are asked for', () => {
  it('then the pact takes them, whatever it starts from', () => {
    const rules = saidBy('每户限一人进群。中午12点后不发消息，晚上九点半后不发消息。可以发当天的作业。')
    for (const { id: preset } of PRESETS) {
      const base = createPact('s1', 1, preset, '2026-09-01')
      const changes = changesOfPaper(rules, { preset, gaps: gapsOf(rules, preset) })
      const revision = base && revisePact(base, changes, '2026-10-01')
      expect(revision).toMatchObject({ ok: true })
      if (!revision?.ok) continue
      expect(revision.pact.rules).toMatchObject({ M01: { seats: 1 }, T04: { from: '21:30' }, C21: {} })
      expect(revision.pact.rules).not.toHaveProperty('C20')
      expect(revision.pact.rules).not.toHaveProperty('T01')
    }
  })

  it('then of two clauses on one rule the later one adds to the earlier', () => {
    const rules = saidBy('晚上九点以后不发消息。\n不发红包。\n早上六点半以前不发消息。')
    const { rules: changes } = changesOfPaper(rules, { preset: 'primary', gaps: [] })
    expect(changes).toMatchObject({ T03: { from: '21:00', to: '06:30' }, C13: {} })
  })
})

describe('given what a paper states, when a rule set is looked for', () => {
  it('then every rule set is nearest to itself, or to one that says the same', () => {
    for (const { id } of PRESETS) {
      const nearest = nearestPreset(rulesOfPreset(id))
      expect(Object.keys(PRESETS.find((preset) => preset.id === nearest)?.rules ?? {}).sort()).toEqual(
        Object.keys(PRESETS.find((preset) => preset.id === id)?.rules ?? {}).sort(),
      )
    }
  })

  it('then its gaps are the rules the paper does not speak of', () => {
    const rules = rulesOfPreset('open').filter(({ id }) => id !== 'M01' && id !== 'C13')
    expect(gapsOf(rules, 'open')).toEqual(['C13', 'M01'])
    expect(gapsOf(rules, 'none such')).toEqual([])
  })
})
