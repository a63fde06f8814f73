// Proves that a child's contact card has this child's contacts of this time, for its head teacher (H02).
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  childName,
  motherOf,
} from '../given-school'
import { GRADE, givenRegisters, type Registers } from '../entry/given-registers'
import { textOn } from '../slip/read-paper'
import { download, keepEntry } from './given-exports'

const CHILD = childId(CLASS, 0)
const CARD = { schoolId: SCHOOL, classId: CLASS, childId: CHILD }
let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['contacts', 'contact-card'])
})
afterEach(() => school.stop())

const print = async (who: string, more = {}) => {
  const { url, name, rows } = await school.get(who, 'card.print', { ...CARD, ...more })
  return { text: textOn(await download(url)), name, rows }
}
const said = (index: number, matter: string, more = {}) =>
  keepEntry(school, {
    ...{ register: 'contact-card', slot: 't2026-09-01' },
    subject: { kind: 'child', id: childId(CLASS, index), name: childName(index) },
    answers: [
      { question: 'way', choices: ['visit'] },
      { question: 'strength', text: '爱读书' },
      { question: 'matter', text: matter },
      { question: 'feedback', text: '我们会配合' },
    ],
    ...more,
  })

test('H02 given contacts of two children, then a card has the one child’s, in their time, each with who, how and what', async () => {
  await said(0, '作息规律', { on: '2026-09-20' })
  await said(0, '课间活动', { on: '2026-09-05', card: '数学李老师', by: TEACHER })
  await said(3, '别人家的事')
  await said(0, '写错的一条', { state: 'void' })
  await said(0, '上学期的事', { on: '2026-05-05', slot: 't2026-02-01' })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const followUp = { noticeId, classId: CLASS, way: 'phone', told: '不该打印的话' } as const
  const at = Date.parse('2026-09-01T10:00:00+08:00')
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...followUp, childId: CHILD, at })
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...followUp, childId: childId(CLASS, 3), at })

  const { text, name, rows } = await print(HEAD_TEACHER)
  expect({ name, rows }).toEqual({ name: `三（2）班${childName(0)}家校联系卡.pdf`, rows: 3 })
  for (const words of [
    '幸福街小学',
    '家校联系卡',
    '三（2）班',
    childName(0),
    '2026-09-01至2027-01-31',
    '联系3次',
    '家访',
    '电话',
  ])
    expect(text).toContain(words)
  for (const words of ['爱读书；课间活动', '我们会配合', '数学李老师', '语文王老师', '家长签名'])
    expect(text.replace(/\s/g, '')).toContain(words)
  expect(text.indexOf('课间活动')).toBeLessThan(text.indexOf('作息规律'))
  for (const words of ['别人家的事', childName(3), '写错的一条', '上学期的事', '不该打印的话'])
    expect(text).not.toContain(words)
  // The term before is printed by a day of it.
  expect((await print(PRINCIPAL, { on: '2026-05-10' })).text).toContain('上学期的事')
})

test('H02 given many contacts, then the card goes on over pages; given none, then it says so', async () => {
  expect((await print(OFFICE)).text).toContain('本学期还没有联系记录')
  for (let index = 0; index < 30; index++) await said(0, `第${String(index)}次：${'孩子近来在课上很专心，'.repeat(6)}`)
  const { text, rows } = await print(HEAD_TEACHER)
  expect(rows).toBe(30)
  expect(text).toContain('第2/')
  expect(text).toContain('第29次')
})

test('H02 given anybody but the child’s head teacher and the leaders, then there is no card', async () => {
  const forbidden = { error: { code: 'FORBIDDEN' } }
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, GRADE, motherOf(CHILD), motherOf(childId(CLASS, 3)), 'o-nobody'])
    expect(await school.ask(who, 'card.print', CARD)).toMatchObject(forbidden)
  // A child of another class is not this class's, whoever names it.
  const foreign = { ...CARD, childId: childId(OTHER_CLASS, 0) }
  for (const who of [HEAD_TEACHER, PRINCIPAL])
    expect(await school.ask(who, 'card.print', foreign)).toMatchObject(forbidden)
  const [kept] = await school.stored<{ trail: object[] }>('schools')
  expect(kept?.trail).toEqual([])
  await print(HEAD_TEACHER)
  expect((await school.stored<{ trail: object[] }>('schools'))[0]?.trail).toMatchObject([
    { action: 'card.print', by: HEAD_TEACHER, detail: { classId: CLASS, childId: CHILD, rows: 0 } },
  ])
})
