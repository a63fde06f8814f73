// Proves how registers read on the phone: what is due, one sheet of any of them, a page for all, what the papers are.
import type { DueRow, Field, RegisterGrid, RegisterSheet, SheetPart } from '@class-pact/core/contract'
import { findProblems, fillRows, groupRows, toAnswers, turnIn } from '../../../miniprogram/components/form-fill/fill'
import { sayArticles } from '../../../miniprogram/domains/register/words'
import { draftKeyOf } from '../../../miniprogram/packages/register/form/drafts'
import {
  activePart,
  answersOf,
  asksSubject,
  fieldsOf,
  presentForm,
  sayAlike,
} from '../../../miniprogram/packages/register/form/present'
import {
  findUnready,
  presentGrid,
  sayChanged,
  scoreField,
  stepTo,
  type GridState,
} from '../../../miniprogram/packages/register/grid/present'
import { keyOf, presentList } from '../../../miniprogram/packages/register/list/present'
import { findChoices } from '../../../miniprogram/packages/register/parts/choice-panel/choices'
import { sayDue } from '../../../miniprogram/packages/register/parts/due'
import { fitsPlace } from '../../../miniprogram/packages/register/parts/who-acts'
import { sayAnswers } from '../../../miniprogram/packages/register/parts/say-answers'
import { presentError } from '../../../miniprogram/services/sentences'

/** A Tuesday. */
const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const at = (time: string) => Date.parse(`2026-${time}:00+08:00`)

const row = (patch: Partial<DueRow> = {}): DueRow => ({
  ...{ register: 'class-log', title: '班级日志', area: 'head', schoolId: 's', classId: 'k', className: '三(2)班' },
  ...{ slot: '2026-09-01', from: '2026-09-01', dueAt: at('09-01T16:30'), state: 'due', done: 0, needed: 1 },
  ...patch,
})
const due = (rows: DueRow[]) => ({ now: NOW, schoolId: 's', rows, open: [], readable: [] })

describe('given what is due', () => {
  it('D01 when the list is opened, then each stands once, under its area, in the first span it is due in', () => {
    const contacts = row({
      register: 'contacts',
      title: '联系家长',
      area: 'home',
      dueAt: at('10-01T00:00'),
      needed: 4,
      done: 3,
    })
    const meeting = row({ register: 'week-meeting', title: '班会', slot: 'w', dueAt: at('09-05T00:00') })
    const plan = row({ register: 'plan', title: '班主任计划', slot: 't', dueAt: at('10-12T00:00') })
    const answer = due([row(), contacts, meeting, plan])
    const view = presentList(answer)
    expect(view.tabs.map(({ text }) => text)).toEqual(['今天 1', '本周 1', '本月 1', '本学期 1'])
    expect(view.span).toBe('today')
    expect(view.areas).toMatchObject([
      { title: '班主任', rows: [{ title: '班级日志', sub: '三（2）班，今天16:30前' }] },
    ])
    expect(presentList(answer, 'week').areas[0]?.rows[0]).toMatchObject({
      title: '班会',
      sub: '三（2）班，周五前',
      count: '',
    })
    expect(presentList(answer, 'month').areas[0]).toMatchObject({
      title: '家校联系',
      rows: [{ sub: '三（2）班，9月30日前', count: '3/4', done: 3, missing: 1 }],
    })
    expect(presentList(answer, 'term').areas[0]?.rows[0]?.title).toBe('班主任计划')
  })

  it('D01 when something is late, then it stands under today and says since when', () => {
    const late = row({ state: 'overdue', dueAt: at('08-31T16:30'), slot: '2026-08-31' })
    const [area] = presentList(due([late])).areas
    expect(area?.rows[0]).toMatchObject({ sub: '三（2）班', late: '昨天16:30到期，还没办' })
    expect(area?.rows[0]?.label).toContain('昨天16:30到期，还没办')
  })

  it('E11 when an entry waits for one of its steps, then the line says which', () => {
    const subject = { id: 'd', name: '三（2）班一体机' }
    const waits = row({
      title: '设备报修',
      area: 'equipment',
      part: { id: 'accept', title: '验收' },
      entryId: 'e',
      subject,
    })
    expect(presentList(due([waits])).areas[0]?.rows[0]).toMatchObject({
      title: '设备报修：待验收',
      sub: '三（2）班，三（2）班一体机，今天16:30前',
    })
    expect(keyOf(waits)).not.toBe(keyOf(row()))
  })

  it('D01 when all is done or nothing is asked, then it says so, and what is done stays in sight', () => {
    expect(presentList(due([]))).toMatchObject({ span: 'today', empty: '今天没有要记的', areas: [] })
    const view = presentList(due([row({ state: 'done', done: 1 })]))
    expect(view.empty).toBe('今天没有要记的')
    expect(view.areas).toMatchObject([{ title: '已办', rows: [{ isDone: true, sub: '三（2）班' }] }])
    expect(presentList(due([row({ dueAt: at('09-03T16:30') })])).span).toBe('week')
  })

  it('D01 days are said as near as they are', () => {
    expect(sayDue(at('09-01T16:30'), NOW)).toBe('今天16:30')
    expect(sayDue(at('09-03T00:00'), NOW)).toBe('明天')
    expect(sayDue(at('09-04T09:05'), NOW)).toBe('周五9:05')
    expect(sayDue(at('12-31T23:59'), NOW)).toBe('12月31日')
  })
})

const CHECKS: Field[] = [
  { id: 'lessons', label: '课堂纪律正常', required: true, type: 'check' },
  { id: 'breaks', label: '课间没有追逐打闹', required: true, type: 'check' },
  { id: 'notes', label: '今天的情况', required: false, type: 'text' },
]
const fill = (patch: Partial<SheetPart> = {}): SheetPart => ({
  ...{ id: 'fill', title: '填写', fields: CHECKS, by: ['head_teacher'], mine: true },
  ...patch,
})
const SIGN: SheetPart = {
  ...{ id: 'sign', title: '签阅', by: ['head_teacher'], mine: false, dueAt: at('09-01T16:30') },
  fields: [{ id: 'signed', label: '签名', required: true, type: 'signature' }],
}
const sheet = (patch: Partial<RegisterSheet> = {}): RegisterSheet => ({
  ...{ register: 'class-log', title: '班级日志', area: 'head', articles: ['S2 第二条8', 'S0 4 三(一)3'] },
  ...{ schoolId: 's', classId: 'k', className: '三(2)班', about: 'class', subject: { id: 'k', name: '三(2)班' } },
  ...{ slot: '2026-09-01', slotFrom: '2026-09-01', dueAt: at('09-01T16:30'), version: 0, state: 'open' },
  ...{ parts: [fill(), SIGN], now: NOW },
  ...patch,
})
const READER = { again: '', on: '', card: '语文王老师', isLeader: false, leadsClass: false, hasChosen: false }

describe('given a sheet', () => {
  it('D01 when it is opened, then the first part is filled in and the next says whose it is and until when', () => {
    const view = presentForm(sheet(), READER)
    expect(view).toMatchObject({ sub: '三（2）班，今天16:30前', act: '记下', active: 'fill', canVoid: false })
    expect(view.cite).toBe('依据：班主任工作制度 第二条8；班级管理制度 三(一)3')
    expect(view.parts).toMatchObject([{ state: 'active' }, { state: 'waits', sub: '班主任办，今天16:30前' }])
  })

  it('D01 when it has been filled in, then it reads in one line, and ▶ is the signature', () => {
    const done = [{ answers: [{ question: 'lessons', done: true }], by: '数学李老师', at: at('09-01T09:40') }]
    const filled = sheet({ version: 1, entryId: 'e', parts: [fill({ mine: false, done }), { ...SIGN, mine: true }] })
    const view = presentForm(filled, READER)
    expect(view.parts[0]).toMatchObject({
      state: 'done',
      sub: '数学李老师，今天9:40',
      lines: [{ text: '2项都做到了' }],
    })
    expect(view).toMatchObject({ act: '签阅', active: 'sign', sub: '三（2）班' })
    expect(draftKeyOf(filled, 'sign')).toBe('entry:s:class-log:k:k:2026-09-01:sign')
    expect(draftKeyOf({ ...filled, many: true }, 'sign')).toBe('entry:e:sign')
    expect(draftKeyOf(sheet(), 'fill')).toBe('entry:s:class-log:k:k:2026-09-01:fill')
  })

  it('D01 when whoever filled it comes back, then it can be mended or made void; one that is void can do nothing', () => {
    const done = [{ answers: [], by: '语文王老师', at: at('09-01T09:40') }]
    const own = sheet({ version: 1, entryId: 'e', parts: [fill({ done })] })
    expect(presentForm(own, READER)).toMatchObject({ act: '', canVoid: true, parts: [{ canAgain: true }] })
    expect(presentForm(own, { ...READER, again: 'fill' })).toMatchObject({ act: '记下', active: 'fill' })
    expect(presentForm({ ...own, state: 'void' }, READER)).toMatchObject({ state: '作废', act: '', canVoid: false })
  })

  it('D01 when somebody else was faster, then what they said stands beside what is typed here', () => {
    const done = [{ answers: [{ question: 'notes', text: '下午有雨' }], by: '英语刘老师', at: at('09-01T09:40') }]
    const theirs = sheet({ version: 1, entryId: 'e', parts: [fill({ done })] })
    const [part] = presentForm(theirs, { ...READER, again: 'fill' }).parts
    expect(part).toMatchObject({ state: 'active', sub: '英语刘老师，今天9:40', lines: [{}, { text: '下午有雨' }] })
  })

  it('E11 when somebody repairs, then ▶ names the step', () => {
    const fields: Field[] = [{ id: 'what', label: '做了什么', required: true, type: 'text' }]
    const repair: SheetPart = { id: 'repair', title: '处理', fields, by: ['equipment'], mine: true }
    const done = [{ answers: [{ question: 'notes', text: '没有声音' }], by: '语文王老师', at: NOW }]
    const waits = sheet({ version: 1, entryId: 'e', parts: [fill({ mine: false, done }), repair] })
    expect(presentForm(waits, READER)).toMatchObject({ act: '记下处理', active: 'repair' })
    expect(fieldsOf(activePart(waits, ''))[0]).toMatchObject({ max: 1000 })
  })

  it('H01 when a child is still to be chosen, then that comes first, and nothing can be sent', () => {
    const subjects = [
      { id: 'c1', name: '李雷' },
      { id: 'c2', name: '韩梅梅' },
    ]
    const { subject: _, ...rest } = sheet({ about: 'child' })
    const asks: RegisterSheet = { ...rest, subjects }
    expect(asksSubject(asks)).toBe(true)
    expect(presentForm(asks, READER)).toMatchObject({ choose: '选孩子', act: '', parts: [], who: '' })
    // Of a whole school a class comes first, and then its child.
    const first = presentForm({ ...asks, subjects: [], classes: [{ id: 'k', name: '三(2)班' }] }, READER)
    expect(first).toMatchObject({ choose: '选班级', chips: [{ value: 'k', label: '三（2）班' }], parts: [] })
    const chosen = sheet({ about: 'child', subject: { id: 'c1', name: '李雷' } })
    expect(presentForm(chosen, { ...READER, hasChosen: true })).toMatchObject({
      who: '李雷',
      sub: '三（2）班，李雷，今天16:30前',
    })
  })

  it('H01 when another may follow, then it is offered once one is done; what happened has its day', () => {
    const done = [{ answers: [], by: '语文王老师', at: NOW }]
    const kept = sheet({ slot: '-', many: true, version: 1, entryId: 'e', parts: [fill({ mine: false, done })] })
    expect(presentForm(kept, READER)).toMatchObject({ canMore: true, on: '' })
    expect(presentForm(sheet({ slot: '-' }), READER).on).toBe('9月1日 今天')
    expect(presentForm(sheet({ slot: '-' }), { ...READER, on: '2026-08-31' }).on).toBe('8月31日 昨天')
  })

  it('D01 nothing is asked twice: what is known stands in the fields and can be changed', () => {
    const known = [{ question: 'notes', text: '三人请假' }]
    expect(answersOf(sheet({ prefilled: known }), fill())).toEqual(known)
    const rows = fillRows({ questions: CHECKS }, { filled: known, problems: {}, known: ['notes'], unnumbered: true })
    expect(rows[2]).toMatchObject({ label: '今天的情况', text: '三人请假', hint: '选填，已填好，可以改' })
  })

  it('D07 texts that are nearly alike are named by the child', () => {
    const children = [
      { id: 'c1', name: '李雷' },
      { id: 'c2', name: '李明' },
    ]
    const alike = [{ subject: 'c1', like: 'c2' }]
    expect(sayAlike(sheet({ subject: { id: 'c1', name: '李雷' }, children, alike }))).toEqual(['和李明的有九成相同'])
    expect(sayAlike(sheet({ subject: { id: 'c2', name: '李明' }, children, alike }))).toEqual([])
  })
})

describe('given fields of a register', () => {
  it('D01 checks are done until one says otherwise: as many taps as there are exceptions', () => {
    const form = { questions: CHECKS }
    expect(toAnswers(form, [])).toEqual([
      { question: 'lessons', done: true },
      { question: 'breaks', done: true },
    ])
    const turned = turnIn([], 'breaks')
    expect(toAnswers(form, turned)[1]).toEqual({ question: 'breaks', done: false })
    expect(toAnswers(form, turnIn(turned, 'breaks'))[1]).toEqual({ question: 'breaks', done: true })
    expect(findProblems(form, turned)).toEqual({})
    const groups = groupRows(fillRows(form, { filled: turned, problems: {} }))
    expect(groups.map(({ checks, row: one }) => [checks.map(({ done }) => done), one?.id])).toEqual([
      [[true, false], undefined],
      [[], 'notes'],
    ])
  })

  it('E11 a time, a name and too many names are asked for like everything else', () => {
    const questions: Field[] = [
      { id: 'time', label: '几点', required: true, type: 'time' },
      { id: 'with', label: '同去的老师', required: true, type: 'person', most: 1 },
    ]
    expect(findProblems({ questions }, [])).toEqual({ time: 'missing', with: 'missing' })
    const filled = [
      { question: 'time', time: '09:05' },
      { question: 'with', refs: ['a', 'b'] },
    ]
    expect(findProblems({ questions }, filled)).toEqual({ with: 'too_many' })
    const people = [{ id: 'a', name: '王老师' }]
    const [, who] = fillRows({ questions }, { filled, problems: {}, picks: { person: people } })
    expect(who).toMatchObject({ chips: [{ value: 'a', label: '王老师' }], names: '王老师、已不在名单里' })
    const lines = sayAnswers(questions, filled, { people })
    expect(lines.map(({ label, text }) => [label, text])).toEqual([
      ['几点', '9:05'],
      ['同去的老师', '王老师、已不在名单里'],
    ])
  })

  it('D01 what was not done is read by itself, with why', () => {
    const lines = sayAnswers(CHECKS, [{ question: 'breaks', done: false, text: '两人追跑' }], {})
    expect(lines).toMatchObject([
      { text: '2项里做到1项' },
      { label: '课间没有追逐打闹', text: '没做到：两人追跑', isException: true },
    ])
  })

  it('C04 of photos that WeChat has not let pass, how many there are is said, and those with an address stand there', () => {
    const fields: Field[] = [{ id: 'photo', label: '照片', required: false, type: 'photo' }]
    const given = [{ question: 'photo', files: ['a', 'b', 'c'] }]
    const known = { urls: { a: 'https://a' }, held: { b: 'pending' as const, c: 'doubted' as const } }
    expect(sayAnswers(fields, given, known)).toMatchObject([
      { label: '照片', text: '1张照片检查中，1张照片没有通过检查', photos: ['https://a'] },
    ])
  })

  it('H01 of many names a search finds one, and those that are chosen never go', () => {
    const choices = Array.from({ length: 80 }, (_, index) => ({
      id: `c${index}`,
      name: `孩子${index}`,
      no: `${index}`,
    }))
    expect(findChoices(choices, '', [])).toMatchObject({ searches: true, more: 30 })
    expect(findChoices(choices, '孩子79', ['c3']).rows.map(({ name, on }) => [name, on])).toEqual([
      ['孩子3', true],
      ['孩子79', false],
    ])
    expect(findChoices(choices.slice(0, 5), '', []).searches).toBe(false)
  })
})

describe('given a page for all classes', () => {
  const FIELDS: Field[] = [
    { id: 'points', label: '得分', required: true, type: 'number', min: 0, max: 10, unit: '分' },
    { id: 'notes', label: '扣分原因', required: false, type: 'text' },
  ]
  const grid = (patch: Partial<RegisterGrid> = {}): RegisterGrid => ({
    ...{ register: 'points-hygiene', title: '班级卫生', articles: [], schoolId: 's', about: 'class' },
    ...{ slot: '2026-09-01', slotFrom: '2026-09-01', dueAt: at('09-01T18:00'), fields: FIELDS, now: NOW },
    lines: [
      { subject: { id: 'a', name: '三(1)班' }, version: 0, mine: true },
      {
        ...{ subject: { id: 'b', name: '三(2)班' }, entryId: 'e', version: 2, by: '值周张老师', mine: true },
        answers: [
          { question: 'points', number: 8 },
          { question: 'notes', text: '地面有纸' },
        ],
      },
    ],
    ...patch,
  })
  const state = (patch: Partial<GridState> = {}): GridState => ({ written: {}, changed: [], unready: [], ...patch })

  it('Q01 when it is opened, then every class has its line, and ▶ waits for a change', () => {
    const view = presentGrid(grid(), state())
    expect(view).toMatchObject({ sub: '已记1/2，今天18:00前', isOn: false, rest: '没扣分的都记10分', steps: true })
    expect(view.groups[0]?.lines).toMatchObject([
      { name: '三（1）班', points: '—', sub: '' },
      { name: '三（2）班', points: '8分', sub: '地面有纸' },
    ])
  })

  it('Q01 when a score is stepped, then it begins at full marks and keeps within its bounds', () => {
    const field = scoreField(FIELDS)
    if (!field) throw new Error('no score')
    expect(stepTo(field, [], -1)).toBe(10)
    expect(stepTo(field, [{ question: 'points', number: 10 }], -1)).toBe(9)
    expect(stepTo(field, [{ question: 'points', number: 10 }], 1)).toBe(10)
    expect(stepTo(field, [{ question: 'points', number: 0 }], -1)).toBe(0)
    expect(stepTo({ ...field, decimals: 1 }, [{ question: 'points', number: 10 }], -1)).toBe(9.5)
  })

  it('Q01 when lines are written, then only they are sent, and what lacks is shown on its line', () => {
    const written = { a: [{ question: 'points', number: 9 }], b: [{ question: 'notes', text: '很好' }] }
    expect(presentGrid(grid(), state({ written }))).toMatchObject({ act: '记下2行', isOn: true })
    expect(findUnready(FIELDS, written)).toEqual(['b'])
    const lines = presentGrid(grid(), state({ written, unready: ['b'], changed: ['a'] })).groups[0]?.lines
    expect(lines?.map(({ warns }) => warns)).toEqual(['刚刚有人改过，再记一次会替换', '还没填好'])
    expect(sayChanged(grid(), ['a'])).toContain('三（1）班刚刚有人改过')
    expect(sayChanged(grid(), [])).toBe('')
  })

  it('D07 when a remark is nearly another’s, then its line names it softly', () => {
    const view = presentGrid(grid({ alike: [{ subject: 'a', like: 'b' }] }), state())
    expect(view.groups[0]?.lines[0]?.warns).toBe('和三（2）班的有九成相同')
  })

  it('Q01 of sixty classes no card holds more than thirty', () => {
    const lines = Array.from({ length: 61 }, (_, index) => ({
      ...{ subject: { id: `k${index}`, name: `${index}班` }, version: 0, mine: true },
    }))
    expect(presentGrid(grid({ lines }), state()).groups.map((group) => group.lines.length)).toEqual([30, 30, 1])
  })
})

describe('given who looks and what is refused', () => {
  const who = { key: 'k', schoolName: '', schoolKind: 'primary', card: '', schoolId: 's' } as const
  it('M15 a page of a class is opened in the name of who teaches it, of the whole school, or of the family', () => {
    expect(fitsPlace({ ...who, role: 'head_teacher', classId: 'k' }, { schoolId: 's', classId: 'k' })).toBe(true)
    expect(fitsPlace({ ...who, role: 'head_teacher', classId: 'j' }, { schoolId: 's', classId: 'k' })).toBe(false)
    expect(fitsPlace({ ...who, role: 'officer' }, { schoolId: 's', classId: 'k' })).toBe(true)
    expect(fitsPlace({ ...who, role: 'guardian', childId: 'c' }, { schoolId: 's', subject: 'c' })).toBe(true)
    expect(fitsPlace({ ...who, role: 'guardian', childId: 'c' }, { schoolId: 's', childId: 'd' })).toBe(false)
    expect(fitsPlace({ ...who, role: 'principal' }, { schoolId: 't' })).toBe(false)
  })

  it('E05 every refusal says what it is and has a way out', () => {
    const codes = ['REGISTER_SLOT', 'REGISTER_FIRST', 'ENTRY_CHANGED', 'ENTRY_STATE', 'REGISTERS_CHANGED'] as const
    for (const code of codes) {
      const card = presentError({ code }, { now: NOW, isStaff: true })
      expect(card.sentence).toMatch(/。$/)
      expect(card.ways).toHaveLength(1)
    }
    const first = presentError({ code: 'REGISTER_FIRST', facts: { title: '上岗培训' } }, { now: NOW })
    expect(first.sentence).toContain('上岗培训')
  })

  it('H01 a paper is named once, and a line of the school’s own as it stands', () => {
    expect(sayArticles(['S3 篇1 二.2', 'S3 篇4.1', 'S2 家长沟通'])).toBe(
      '依据：家校联系制度 篇1 二.2、篇4.1；班主任工作制度 家长沟通',
    )
    expect(sayArticles(['本校值日制度第3条'])).toBe('依据：本校值日制度第3条')
    expect(sayArticles([])).toBe('')
  })
})
