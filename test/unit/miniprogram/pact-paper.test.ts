// Proves what a principal's yes, no and other words make of a paper: rules, lines, gaps, what is asked (G15).
import type { PaperClause, PaperDraft } from '@class-pact/core/contract'
import { PRESETS, revisePact, createPact, type Params } from '@class-pact/core/pact'
import { presentGaps, presentPaper } from '../../../miniprogram/packages/pact/paper/present'
import {
  changesOf,
  holdTo,
  lookAt,
  mark,
  offeredGaps,
  ownOf,
  readAs,
  saidRules,
  setFigures,
  startWork,
  turnGap,
} from '../../../miniprogram/packages/pact/paper/work'

const rule = (line: string, id: string, params: Params = {}, more: Partial<PaperClause> = {}): PaperClause => ({
  ...{ line, kind: 'rule', rules: [{ id, params }], article: '第一条' },
  ...more,
})
const CLAUSES: PaperClause[] = [
  { line: '城东小学班级群管理制度', kind: 'none', rules: [] },
  { line: '文明交流，互相尊重。', kind: 'principle', rules: [] },
  rule('晚上九点半以后不发消息，', 'T03', { from: '21:30' }),
  rule('作业当堂布置。', 'C20', {}, { against: [4] }),
  rule('可以发当天的作业。', 'C21', {}, { against: [3] }),
  { line: '视情况处理。', kind: 'unknown', rules: [], maybe: ['G04'] },
  { line: '违者罚款五十元。', kind: 'not_enforced', rules: [] },
  rule(
    '不发红包、广告。',
    'C13',
    {},
    {
      rules: [
        { id: 'C13', params: {} },
        { id: 'C10', params: {} },
      ],
    },
  ),
]
const DRAFT: PaperDraft = { title: '城东小学班级群管理制度', clauses: CLAUSES, nearest: 'primary' }
const WORK = startWork(DRAFT)
const ids = (work = WORK) => saidRules(work).map(({ id }) => id)

describe('given a paper as it was read', () => {
  test('G15 when nothing was said of it, then rules stand, questions do not, and fines never', () => {
    expect(ids()).toEqual(['T03', 'C13', 'C10'])
    expect(lookAt(WORK).map(({ asked }) => asked)).toEqual(['', '', '', 'which', 'which', 'meaning', '', ''])
    const view = presentPaper(WORK, 'asked', 10)
    expect([view.asked, view.lines.map(({ line }) => line)]).toEqual([
      3,
      ['作业当堂布置。', '可以发当天的作业。', '视情况处理。'],
    ])
    expect(presentPaper(WORK, 'all', 10).lines[6]).toMatchObject({ kind: '软件不执行', mayChange: false, becomes: [] })
  })

  test('G15 when of two lines one holds, then the other goes, and neither is asked about again', () => {
    const work = holdTo(WORK, 4)
    expect(ids(work)).toEqual(['T03', 'C21', 'C13', 'C10'])
    expect(lookAt(work).filter(({ asked }) => asked === 'which')).toEqual([])
  })

  test('G15 when an unknown line is given a meaning, then it is a rule with its usual figures, and cited', () => {
    const work = readAs(WORK, 5, 'G04')
    expect(saidRules(work)).toContainEqual({ id: 'G04', params: expect.objectContaining({ firstDays: 1 }) })
    expect(ownOf(work).lines['G04']).toEqual([{ line: '视情况处理。' }])
    expect(ids(mark(WORK, 5, { takes: false }))).not.toContain('G04')
  })

  test('G15 when a line is refused, then its rule is neither on nor offered as a gap', () => {
    const work = mark(WORK, 7, { takes: false })
    expect(ids(work)).toEqual(['T03'])
    expect(offeredGaps(work).map(({ rule: gap }) => gap)).not.toContain('C13')
    expect(changesOf(work).rules).toMatchObject({ C13: null, C10: null })
  })

  test('G15 when a figure is set by hand, then that figure holds, and the line stays its witness', () => {
    const work = setFigures(WORK, 2, 'T03', { from: '21:00', to: '07:00' })
    expect(changesOf(work).rules['T03']).toMatchObject({ from: '21:00', to: '07:00' })
    expect(ownOf(work).lines['T03']).toHaveLength(1)
  })

  test('G15 when it is quoted, then a line cut from a longer sentence does not end in the air, principles come along', () => {
    expect(ownOf(WORK)).toEqual({
      title: '城东小学班级群管理制度',
      lines: {
        T03: [{ line: '晚上九点半以后不发消息', article: '第一条' }],
        C13: [{ line: '不发红包、广告。', article: '第一条' }],
        C10: [{ line: '不发红包、广告。', article: '第一条' }],
      },
      principles: ['文明交流，互相尊重。'],
    })
    expect(ownOf({ ...WORK, title: ' ' }).title).toBe('本校制度')
  })
})

describe('given what the paper does not speak of', () => {
  test('G15 when gaps are looked at, then they come from the nearest rule set with their source, none that the paper decides', () => {
    const { from, gaps } = presentGaps(WORK)
    expect(from).toBe(PRESETS.find(({ id }) => id === 'primary')?.title)
    expect(gaps.every(({ on, from: source }) => on && source.startsWith('来源：'))).toBe(true)
    const offered = gaps.map(({ rule: gap }) => gap)
    // The evening is decided: no other hours come beside it.
    expect(offered).not.toEqual(expect.arrayContaining(['T01']))
    expect(offered).not.toEqual(expect.arrayContaining(['T02']))
  })

  test('G15 when a gap is turned off, then it is off in the pact, and on again by another tap', () => {
    const off = turnGap(WORK, 'C18')
    expect(changesOf(off).rules['C18']).toBeNull()
    expect(changesOf(turnGap(off, 'C18')).rules['C18']).toBeUndefined()
  })

  test('G15 when the pact is made of it, then core takes it as it is: every line has its rule', () => {
    const base = createPact('school', 1, 'strict', '2026-09-01')
    if (!base) throw new Error('no such rule set')
    const work = holdTo(readAs(WORK, 5, 'G04'), 3)
    const revision = revisePact(base, changesOf(work), '2026-09-02', ownOf(work))
    expect(revision).toMatchObject({ ok: true, pact: { preset: 'primary', version: 2, own: { title: DRAFT.title } } })
    if (!revision.ok) return
    expect(revision.pact.rules).toMatchObject({ T03: { from: '21:30', to: '07:00' }, C20: {} })
    expect(Object.keys(revision.pact.rules)).not.toEqual(expect.arrayContaining(['T01']))
  })
})
