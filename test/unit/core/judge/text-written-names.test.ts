// Proves which full names a text writes, also torn and spelt otherwise, and which it does not.
import { judge } from '../../../../core/judge'
import { PRESETS } from '../../../../core/pact'
import { findCalledNames, readNames, readText } from '../../../../core/judge/text'

const ROSTER = [{ name: '张小明' }, { name: '李安' }, { name: '欧阳雪' }, { name: '陈一诺' }]
const read = (written: string) => readNames(readText(written).tight, ROSTER).text

describe('Given a name that is not written as it is on the roster', () => {
  test.each([
    ['张\n小明今天又打人了', '张小明今天又打人了'],
    ['张小\n明今天又打人了', '张小明今天又打人了'],
    ['zhang xiaoming今天打人', '张小明今天打人'],
    ['ZHANG XIAO MING 打人', '张小明 打人'],
    ['Zhang-Xiaoming打人', '张小明打人'],
    ['ZXM又打人', '张小明又打人'],
    ['z x m今天打人', '张小明今天打人'],
    ['z.x.m同学打人', '张小明同学打人'],
    ['cyn没交作业', '陈一诺没交作业'],
  ])('when it stands in %j, then it is read as the child’s', (written, meant) => {
    expect(read(written)).toBe(meant)
  })
})

describe('Given letters and lines that are nobody’s name', () => {
  test.each([
    '请用 WPS 打开',
    '请大家打开\n明天见',
    'LA同步发布',
    'https://zxm.example.com/a',
    'ok，收到',
    'xm.docx',
    '请看APP',
  ])('when %j is read, then it stays as it was written', (written) =>
    expect(read(written)).toBe(readText(written).tight.text),
  )
})

describe('Given a text', () => {
  test('when it is looked through for names, then full names are among what could be some', () => {
    const called = findCalledNames('四班的王小虎今天又打人了，欧阳娜娜没有')
    expect(called).toEqual(expect.arrayContaining(['王小虎', '欧阳娜娜']))
    expect(called.length).toBeLessThan(30)
  })
})

describe('C22 given blame of a child', () => {
  const pact = {
    schoolId: 's',
    version: 1,
    preset: 'primary',
    effectiveFrom: '2026-09-01',
    rules: PRESETS[1]?.rules ?? {},
  }
  const now = Date.parse('2026-11-24T10:00:00+08:00')
  const post = {
    role: 'head_teacher',
    kind: 'notice',
    noticeKind: 'activity',
    audience: 'class',
    title: '活动',
    body: '明天活动，请准时到。',
  } as const
  const event = { day: '2026-11-25', place: '操场' }
  test.each([
    ['the body over two lines', { body: '今天张\n小明又打人了，请家长注意。' }, 'body'],
    ['the body in letters', { body: '今天zhang xiaoming又打人了，请家长注意。' }, 'body'],
    ['the place', { event: { ...event, place: '操场，张小明昨天在这里打人' } }, 'event.place'],
    ['the urgent reason', { urgent: { cause: 'other', reason: '张小明今天又打人了' } }, 'urgent.reason'],
    ['the title', { title: '张小明打人' }, 'title'],
  ] as const)('when it stands in %s, then it is refused and its field is named', (_, change, field) => {
    const { verdict, reasons } = judge(
      { ...post, event, ...change },
      { roster: ROSTER, calendar: { rest: [], school: [] } },
      pact,
      now,
    )
    expect(verdict).toBe('refuse')
    expect(reasons[0]?.spans.map((span) => span.field)).toContain(field)
  })
  test('when nothing is blamed, then the same post goes out', () => {
    expect(
      judge({ ...post, event }, { roster: ROSTER, calendar: { rest: [], school: [] } }, pact, now).verdict,
    ).not.toBe('refuse')
  })
})
