// Proves that what a family writes beside a form is judged by its school's pact, and never for its hour.
import { judgeNote, type Law } from '@class-pact/core/judge'
import { createPact } from '@class-pact/core/pact'

const NIGHT = Date.parse('2026-09-01T22:30:00+08:00')
const pact = createPact('school', 1, 'primary', '2026-08-01')
if (!pact) throw new Error('no preset')
const law: Law = { pact, calendar: { rest: [], school: [] }, roster: [{ name: '王梓涵' }, { name: '李浩宇' }] }
const judged = (text: string, under = law) => judgeNote(text, '王梓涵', under, NIGHT)

test.each(['同意', '收到，谢谢老师', '王梓涵对花生过敏', '我的电话13812345678，有事请打', '希望少布置作业'])(
  'C34 T02 given “%s” at night, then it passes: nothing waits for the morning, and thanks are no letter',
  (text) => {
    expect(judged(text).says).toBe('pass')
  },
)

test('L01 given a leave in an answer, then it is refused with the form as the way out, unless the pact has no such rule', () => {
  const asksLeave = '明天孩子发烧，请假一天'
  expect(judged(asksLeave)).toMatchObject({
    ...{ says: 'refuse', rule: 'L01' },
    reasons: [{ rule: 'L01', verdict: 'deflect', wayOut: ['leave_form'] }],
  })
  const { L01: _, ...rules } = law.pact.rules
  expect(judged(asksLeave, { ...law, pact: { ...law.pact, rules } }).says).toBe('pass')
})

test('C08 C13 given an insult, then a person looks; given a red packet, then it is refused and cites the pact', () => {
  expect(judged('老师太不负责任，真是垃圾老师')).toMatchObject({ says: 'doubt', rule: 'C08' })
  expect(judged('加我微信领红包')).toMatchObject({
    ...{ says: 'refuse', rule: 'C13' },
    reasons: [{ cite: { rule: 'C13', pactVersion: 1 } }],
  })
})
