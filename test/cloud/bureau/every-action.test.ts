// Proves over every action of the product that a bureau's openid brings back no child, no family, no text (G22, N16).
import type { ActionName } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  childName,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { ACTIONS } from '../../actions'
import { aBureauOver } from './given-bureau'

const BUREAU = 'o-bureau'
const NAMES = Object.keys(ACTIONS) as ActionName[]
/** What the bureau asks by itself, with what it needs. */
const OWN = ['bureau.schools', 'bureau.notices', 'bureau.send', 'permission.list', 'permission.issue', 'permission.end']
const CHILDREN = 8
const CHILD = childId(CLASS, 0)
const TEXT = '请家长核对孩子的近视复查单'

let school: GivenSchool
let over: Awaited<ReturnType<typeof aBureauOver>>
let noticeId: string
let leaveId: string
let talkId: string
/** Names, cards, openids, ids of children and classes, and every text of the school. */
let secrets: string[]

beforeAll(async () => {
  school = await givenSchool({ children: CHILDREN })
  over = await aBureauOver(school, { schoolId: SCHOOL, principal: PRINCIPAL, by: BUREAU })
  await school.get(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId: over.letterId })
  const appeal = { title: '爱心募捐', body: '山区小学遭遇火灾，欢迎大家踊跃募捐图书。', permission: over.number }
  const audience = { to: 'school', schoolId: SCHOOL } as const
  await school.get(PRINCIPAL, 'notice.publish', aNotice({ ...appeal, audience }))
  noticeId = (await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ title: '近视复查', body: TEXT }))).noticeId
  await school.tick()
  await school.get(motherOf(CHILD), 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1 })
  const span = { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } as const
  leaveId = (await school.get(motherOf(CHILD), 'leave.submit', { childId: CHILD, kind: 'fever', span, proof: [] }))
    .leaveId
  const letter = { words: '孩子最近课间不太愿意出去，想请您留意一下。', photos: [] }
  const opening = { childId: CHILD, to: { desk: 'head_teacher' }, about: 'matter', matter: '课间活动' } as const
  talkId = (await school.get(motherOf(CHILD), 'talk.open', { ...opening, ...letter })).talkId
  await school.tick()
  await school.at('2026-09-02T06:00:00+08:00')
  await school.tick()
  const people = (await school.stored<{ _id: string }>('people')).map(({ _id }) => _id)
  const children = (await school.stored<{ _id: string }>('children')).map(({ _id }) => _id)
  secrets = [
    ...Array.from({ length: CHILDREN }, (_, index) => childName(index)),
    ...['妈妈', '爸爸', '王芳', '赵敏', '李强', '赵红', '三（', TEXT, '近视复查', '爱心募捐', '课间', leaveId, talkId],
    ...[noticeId, ...children, ...people.filter((openid) => openid !== BUREAU)],
  ]
})
afterAll(() => school.stop())

/** Every id there is, under every name that an input has for one. */
const everyId = () => ({
  ...{ schoolId: SCHOOL, classId: CLASS, childId: CHILD, noticeId, leaveId, talkId, identity: over.identity },
  ...{ letterId: over.letterId, permissionId: over.permissionId, entryId: 'e', caseId: 'c', range: 'term' },
  ...{ register: 'contacts', day: '2026-09-01', from: '2026-09-01', to: '2026-09-01', half: 'am', token: 'guessed' },
  ...{ of: 'class', year: 2026, month: '2026-09', kind: 'home', version: 1, as: 'slips' },
})
const INPUTS: Partial<Record<ActionName, object>> = {
  'bureau.send': { title: '防汛提醒', body: '请各校检查排水设施。', replyMode: 'read' },
  'permission.issue': { purpose: '山区图书', to: '2026-12-31', uses: 'once' },
}

/** Any action by its name: what is left over in an input is ignored, as the contract says. */
const ask = (name: ActionName) =>
  school.ask(BUREAU, name, { ...everyId(), ...INPUTS[name] } as never) as Promise<{
    ok: boolean
    error?: { code: string }
  }>

const DELETES = 'person.delete'
test.each(NAMES.filter((name) => name !== DELETES))(
  'G22 N16 given a bureau that asks for %s with every id of a school, then no child, family or text comes back',
  async (name) => {
    const reply = await ask(name)
    const said = JSON.stringify(reply)
    for (const secret of secrets) expect(said).not.toContain(secret)
    if (OWN.includes(name)) expect([name, reply.ok]).toEqual([name, true])
    else if (ACTIONS[name].roles !== 'anyone')
      expect(['FORBIDDEN', 'INPUT_INVALID', 'TOO_MANY']).toContain(reply.error?.code)
  },
)

test('G22 given a bureau, then nothing of a school was changed by what it asked', async () => {
  const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
  expect(board).toMatchObject({ counts: { signed: 1, followed: 0 }, state: 'published' })
  const { members } = await school.get(TEACHER, 'class.members', { classId: CLASS })
  expect(members).toHaveLength(CHILDREN)
})

test('G22 given a bureau’s copy of its own data, then it says who sits there and nothing of a school', async () => {
  const copy = await school.get(BUREAU, 'person.export', {})
  expect(copy.identities).toMatchObject([{ role: 'bureau' }])
  for (const secret of secrets) expect(JSON.stringify(copy)).not.toContain(secret)
})
