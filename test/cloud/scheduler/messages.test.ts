// Decides that a message arrives whatever the notice and its sender are called (PC-22).
import { TEMPLATE_IDS } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, aNotice, childId, givenSchool, motherOf, type GivenSchool } from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)

interface Message {
  touser: string
  data: Record<string, { value: string }>
  errcode: number
}

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
/** The head teacher's card is made of subject and surname. */
const call = async (subject: string, name: string) => {
  const itsClass = (await school.stored<{ _id: string; headTeacher: object }>('classes')).find(
    ({ _id }) => _id === CLASS,
  )
  const headTeacher = { ...itsClass?.headTeacher, subject, name }
  await school.cloud.control('data.put', { documents: { classes: [{ ...itsClass, headTeacher }] } })
}

test.each([
  ['3D打印与人工智能编程', '阿依古丽', '家长会', { name3: 'D打印与人工智能编程', thing1: '家长会' }],
  ['语文', '王芳', '家长会\n通知', { name3: '语文王老师', thing1: '家长会 通知' }],
  ['数学2', '王芳', '📣📣', { name3: '数学王老师', thing1: '学校通知' }],
  ['2', '', '\u202e通知\u202c', { name3: '老师', thing1: '通知' }],
  ['English·', 'Li', '三（2）班\t运动会', { name3: 'EnglishLi老', thing1: '三（2）班 运动会' }],
])('PC-22 given %s%s老师 sends %j, then the family gets the message', async (subject, name, title, shown) => {
  await call(subject, name)
  await school.accept(MOTHER, 'notice')
  const reply = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ title }))
  expect(reply).toMatchObject({ ok: true, data: { state: 'published' } })
  await school.tick()
  const sent = await messages()
  expect(sent).toMatchObject([{ touser: MOTHER, errcode: 0 }])
  const values = Object.fromEntries(Object.entries(sent[0]?.data ?? {}).map(([key, { value }]) => [key, value]))
  expect(values).toMatchObject(shown)
})

test('PC-22 given WeChat refuses a value, then the message has failed, is not sent again, gives its credit back, and no text is logged', async () => {
  await school.accept(MOTHER, 'notice')
  await school.cloud.control('faults.set', { target: 'openapi:subscribeMessage.send', mode: 'fail', errcode: 47003 })
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ title: '秘密的标题' }))
  await school.tick()
  await school.cloud.control('faults.clear')
  await school.advance(3_600_000)
  await school.tick()
  expect(await messages()).toEqual([])
  expect(await school.stored('deliveries')).toMatchObject([{ openid: MOTHER, state: 'failed' }])
  expect((await school.get(MOTHER, 'session.read', {})).credits).toEqual({ notice: 1 })
  // What a function says reaches the log by itself, not with its answer.
  while (!school.cloud.logged().tail.includes('message.notice')) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(school.cloud.logged().tail).not.toContain('秘密')
})

test('PC-22 the local cloud knows the templates of the account', async () => {
  expect(Object.values(TEMPLATE_IDS)).toHaveLength(5)
  await school.accept(MOTHER, 'notice')
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  await school.tick()
  expect((await messages()).map(({ errcode }) => errcode)).toEqual([0])
})
