// Proves that a letter and a call are contacts that nobody types again, and that families see nothing of it.
import type { House } from '../main-job/house'
import { get, stored } from '../main-job/steps'
import { CLASS, HEAD_TEACHER, LIST, LONG_MS, SCHOOL, SUMMARY, addressOf, startKeeping } from './given-keeping'

const CHILD = `${CLASS}-23`
const NAME = '张小明'
const THIS_CLASS = { schoolId: SCHOOL, classId: CLASS }

let house: House
beforeAll(async () => {
  house = await startKeeping('2026-09-01T16:40:00+08:00', 'contacts', 'contact-card', 'special-pupils')
}, LONG_MS)
afterAll(() => house.stop())

/** What 联系家长 says this month. */
const seeContacts = async (figure: string) => {
  await house.teacher.open(LIST)
  await house.teacher.tap(['.tabs-item'], '本月')
  await house.teacher.find(['.due-n'], figure)
}
const bars = async () => {
  await house.teacher.open(addressOf(SUMMARY, { register: 'contact-card', ...THIS_CLASS }))
  await house.teacher.tap(['chart-card', '.chart-toggle'], '看文字')
  return house.teacher
}

it(
  'H01 H20 given a letter of a family, when its head teacher answers it, then that is the first contact of the month',
  async () => {
    const { teacher } = house
    await seeContacts('0/4')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.tap(['.cell'], '晚上睡得晚')
    await teacher.reach('packages/talk/thread/thread')
    await teacher.type('信', '小明上课很认真。这几天下午有些困，在家能早睡半小时就好。', 'letter-form')
    await teacher.press('送出')
    await teacher.see('在家能早睡半小时就好')
    await teacher.rest()
    await seeContacts('1/4')
  },
  LONG_MS,
)

it(
  'H01 H09 X07 given a notice, when the head teacher notes a call on its board, then it is 2/4, and nothing was typed again',
  async () => {
    const { teacher } = house
    const { noticeId } = await get<{ noticeId: string }>(house, HEAD_TEACHER, 'notice.publish', {
      ...{ kind: 'notice', title: '体检通知', body: '周五上午体检，请让孩子穿运动鞋。', replyMode: 'confirm' },
      ...{ audience: { to: 'classes', classIds: [CLASS] }, photos: [] },
    })
    await teacher.open(addressOf('packages/notice/board/board', { noticeId, classId: CLASS }))
    await teacher.tap(['child-row', '.cell-b'], NAME)
    await teacher.tap(['follow-up', 'choice-chips', '.chip'], '电话')
    await teacher.press('已告知', 'follow-up', 'popup-panel')
    await teacher.see('1/40')
    await seeContacts('2/4')
    expect((await stored<{ register: string }>(house, 'entries')).length).toBe(0)
  },
  LONG_MS,
)

it(
  'H02 X07 then the contact card of the child says 2/2; marked as one who needs more, 2/4 by name',
  async () => {
    const teacher = await bars()
    await teacher.find(['chart-card', '.chart-line'], '40个孩子，1个孩子够了')
    await get(house, HEAD_TEACHER, 'register.write', {
      ...{ ...THIS_CLASS, register: 'special-pupils', subject: CHILD, version: 0 },
      answers: [{ question: 'why', choices: ['study'] }],
    })
    await bars()
    await teacher.find(['chart-card', '.chart-line'], `${NAME}，要4次，记了2次，还差2次`)
    await teacher.open(LIST)
    await teacher.tap(['.tabs-item'], '本学期')
    await teacher.see(`三（2）班，${NAME}`)
    await teacher.find(['.due-n'], '2/4')
    await teacher.picture('register-contact-card')
  },
  LONG_MS,
)

it(
  'H10 given a visit of the family, when what it said is written down, then it is kept, counted, and makes the mark smaller',
  async () => {
    const { teacher } = house
    await teacher.open(
      addressOf('packages/register/form/form', { register: 'contacts', ...THIS_CLASS, subject: CHILD }),
    )
    await teacher.tap(['form-fill', 'choice-chips', '.chip'], '校访')
    await teacher.type('谈了什么', '说好每晚九点睡', 'form-fill')
    await teacher.type('家长的意见', '希望作业早点布置', 'form-fill')
    await teacher.press('记下')
    await teacher.see('希望作业早点布置')
    await seeContacts('3/4')
    await bars()
    await teacher.find(['chart-card', '.chart-line'], `${NAME}，要4次，记了3次，还差1次`)
  },
  LONG_MS,
)

it(
  'H01 then the month of every teacher stands before the principal, and H02 the family sees neither cards nor the mark',
  async () => {
    const { principal, guardian } = house
    await principal.open(addressOf(SUMMARY, { register: 'contacts', schoolId: SCHOOL }))
    await principal.tap(['chart-card', '.chart-toggle'], '看文字')
    await principal.find(['chart-card', '.chart-line'], '语文王老师，要4次，记了3次，还差1次')
    for (const page of ['pages/today/today', 'pages/class/class', 'pages/me/me', LIST]) {
      await guardian.open(page)
      await guardian.settle()
      const words = await guardian.words()
      for (const kept of ['多联系', '联系卡', '联系家长']) expect(words).not.toContain(kept)
    }
    for (const register of ['special-pupils', 'contact-card', 'contacts']) {
      const asked = { register, ...THIS_CLASS, childId: CHILD }
      for (const action of ['register.table', 'register.read'])
        expect(await house.call(`${CHILD}-mother`, action, asked)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
  },
  LONG_MS,
)
