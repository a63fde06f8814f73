// Proves how a new year reads to leaders, and to a head teacher who is new.
import type { Year, YearLine } from '@class-pact/core/contract'
import { askAbout, presentYear, withAnswer } from '../../../miniprogram/packages/school/year/present'

const line = (name: string, to: YearLine['to'], more: Partial<YearLine> = {}): YearLine => ({
  ...{ classId: name, name, children: 40, headTeacher: '王老师', to },
  ...more,
})
const year = (classes: YearLine[], more: Partial<Year> = {}): Year => ({
  ...{ schoolId: 's', year: 2027, inSeason: true },
  plan: { digest: 'd', tops: [{ grade: 600, word: '六' }], top: 600, classes },
  ...more,
})
const SCHOOL = [
  line('三（2）班', { as: 'promoted', name: '四（2）班' }),
  line('六（1）班', { as: 'archived', name: '2027届六（1）班' }),
  line('向日葵班', { as: 'asked', why: 'unreadable' }),
]

describe('given the plan of a new year', () => {
  it('L13 says of every class what it becomes, with whom, and which is asked about', () => {
    const view = presentYear(year(SCHOOL))
    expect(view).toMatchObject({
      face: 'plan',
      title: '2027学年升级',
      summary: '3个班，120个孩子',
      asked: 1,
      warning: '',
    })
    expect(view.lines).toMatchObject([
      { name: '三（2）班', target: '→ 四（2）班', sub: '40个孩子，班主任王老师', asks: false },
      { target: '→ 2027届六（1）班', sub: '40个孩子，毕业，存档只读' },
      { target: '请您定', asks: true },
    ])
  })

  it('L13 says in all how many children it is about before anything happens', () => {
    const { result } = presentYear(year(SCHOOL.slice(0, 2)))
    expect(result.map(({ text }) => text)).toEqual(['1个班升级，40个孩子', '1个班毕业，40个孩子'])
  })

  it('L13 warns outside of the summer', () => {
    expect(presentYear(year(SCHOOL, { inSeason: false })).warning).toContain('2027年9月')
  })

  it('L13 offers no grade to a class whose name says none', () => {
    expect(askAbout(line('向日葵班', { as: 'asked', why: 'unreadable' }), undefined).options).toHaveLength(2)
    expect(askAbout(line('三（2）班', { as: 'promoted', name: '四（2）班' }), undefined).options).toHaveLength(3)
  })

  it('L13 keeps only what was said, class by class', () => {
    const asking = askAbout(line('三（2）班', { as: 'promoted', name: '四（2）班' }), undefined)
    const said = withAnswer({ top: 600 }, { ...asking, choice: 'keep', newHead: true })
    expect(said).toEqual({ top: 600, classes: [{ classId: '三（2）班', keep: true, newHead: true }] })
    expect(withAnswer(said, asking)).toEqual({ top: 600, classes: [] })
  })
})

describe('given a promotion', () => {
  const run = {
    ...{ state: 'running' as const, done: 12, total: 40, startedAt: 0, promoted: 34, archived: 6, newHeads: [] },
  }

  it('L13 shows how far it is, and then what became of it', () => {
    expect(presentYear(year([], { run })).progress).toEqual({ percent: 30, text: '已升级12/40' })
    expect(presentYear(year([], { run: { ...run, state: 'undoing' } })).progress?.text).toBe('已恢复12/40')
    expect(presentYear(year([], { run: { ...run, state: 'done' } })).outcome).toBe('34个班已升级，6个班已毕业存档。')
  })

  it('L13 C24 says which notice ended the time to undo it, unless it was to one family', () => {
    const begun = (title?: string) =>
      presentYear(year([], { run: { ...run, state: 'done', begun: { at: 0, ...(title && { title }) } } })).fixed
    expect(begun('开学通知')).toContain('《开学通知》')
    expect(begun()).toContain('一份写给一个家庭的通知')
  })
})
