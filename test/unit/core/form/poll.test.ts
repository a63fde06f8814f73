// Decides that a vote is a school's own only where it asks its families with the poll function (C14, C19).
import { judge, postOfNotice } from '@class-pact/core/judge'
import { createPact } from '@class-pact/core/pact'
import type { NoticeForm, Role } from '@class-pact/core/contract'

const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const PACT = createPact('school', 1, 'primary', '2026-08-01')
if (!PACT) throw new Error('no pact')

const form: NoticeForm = {
  questions: [
    {
      ...{ id: 'q', type: 'single', label: '您选哪一款', required: true },
      choices: [
        { id: 'a', label: '蓝色' },
        { id: 'b', label: '红色' },
      ],
    },
  ],
  per: 'child',
}
const rulesOf = (
  title: string,
  body: string,
  changes: Partial<Parameters<typeof postOfNotice>[0]> = {},
  role: Role = 'head_teacher',
) => {
  const draft = {
    ...({ kind: 'notice', title, body, replyMode: 'form', form } as const),
    photos: [],
    audience: { to: 'classes' as const, classIds: ['c'] },
    ...changes,
  }
  const context = { roster: [], calendar: { rest: [], school: [] } }
  return judge({ ...postOfNotice(draft, role), issuer: '幸福街小学' }, context, PACT, NOW).reasons.map(
    ({ rule, verdict }) => `${rule} ${verdict}`,
  )
}
const about = (reasons: string[]) => reasons.filter((each) => /^C1[49]/.test(each))

test.each([
  ['校服款式投票', '请大家投票选出校服的款式，投票到周三结束。'],
  ['家委会选举', '请各位家长投出宝贵的一票，选出新一届家委会委员。'],
  ['班徽评选', '班徽评选开始了，请为您喜欢的作品投票。'],
])('C14 given %s with the poll function, then nothing is said against it', (title, body) => {
  expect(about(rulesOf(title, body))).toEqual([])
})

test.each([
  '请点开投票链接，给我们学校的选手投票。',
  '请大家帮忙拉票，集赞满50个有奖。',
  '请帮忙砍一刀，砍价成功有优惠。',
  '请每天给萌宝大赛的28号投一票，转发朋友圈。',
])('C14 given a form notice that says %s, then it is refused', (body) => {
  expect(about(rulesOf('投票', body))).toContain('C14 refuse')
})

test('C14 given the same words in a question, then they are found there', () => {
  const [question] = form.questions
  if (!question) throw new Error('no question')
  const asked: NoticeForm = { questions: [{ ...question, label: '请点开投票链接给28号拉票' }], per: 'child' }
  expect(about(rulesOf('问卷', '请填写。', { form: asked }))).toContain('C14 refuse')
})

test('C14 given the words without the poll function, then it is as before', () => {
  const plain = { replyMode: 'read', form: undefined } as const
  expect(about(rulesOf('投票', '请为我们的选手投票，每天可以投三票。', plain))).toContain('C14 refuse')
})
