// Proves what a term’s feedback asks, how the report says it, and how a result stands beside the last.
import { judge, postOfNotice } from '@class-pact/core/judge'
import { createPact, PRESETS } from '@class-pact/core/pact'
import type { NoticePrepared, TermInspection } from '@class-pact/core/contract'
import { fillFeedback } from '../../../miniprogram/packages/compose/compose/feedback'
import { startForm, toDraft } from '../../../miniprogram/packages/compose/compose/form'
import { presentResults } from '../../../miniprogram/packages/notice/parts/form-results/results'
import { presentReport } from '../../../miniprogram/packages/statistics/report/present'

const now = Date.parse('2027-01-11T10:00:00+08:00')
const inspection: TermInspection = {
  ...{ schoolId: 's', now, term: { from: '2026-09-01', to: '2027-01-20' }, classes: [] },
  school: [
    {
      ...{ kind: 'feedback', title: '', count: 1, overdue: false },
      until: Date.parse('2027-01-21T00:00:00+08:00'),
    },
  ],
}
const prepared = {
  ...{ schoolId: 's', classes: [], defaultDeadline: Date.parse('2027-01-12T18:00:00+08:00') },
} as unknown as NoticePrepared
const empty = () =>
  startForm(prepared, { key: 'k', role: 'principal', schoolId: 's', schoolName: '', schoolKind: 'primary', card: '' })
const filled = () => ({ ...empty(), ...fillFeedback(empty(), prepared, now) })

test('G14 given feedback that nobody has sent, then the report says so under the school, and until when', () => {
  const { places } = presentReport(inspection)
  expect(places[0]?.items).toMatchObject([{ title: '学期反馈还没有收集', asks: true, late: false }])
  expect(places[0]?.items[0]?.text).toContain('发给全校家长')
})

test('G14 given feedback that goes round, then the report says how many sheets came in', () => {
  const feedback = {
    ...{ noticeId: 'n', title: '学期反馈', isOut: true, asked: 80, answered: 41, sheets: 32 },
    deadline: now - 1,
  }
  const { feedback: shown } = presentReport({ ...inspection, school: [], feedback })
  expect(shown).toEqual({ noticeId: 'n', title: '学期反馈', text: '收到32份，80个孩子已填41，已截止' })
  const held = presentReport({ ...inspection, feedback: { ...feedback, isOut: false } })
  expect(held.feedback?.text).toBe('还没有送达')
})

test('G14 when a leader begins with it, then five questions go to the whole school, anonymously, for a week', () => {
  const draft = toDraft(filled(), 'principal')
  expect(draft).toMatchObject({
    ...{ title: '学期反馈', replyMode: 'form', feedback: true, audience: { to: 'school', schoolId: 's' } },
    ...{ deadline: Date.parse('2027-01-18T18:00:00+08:00'), form: { per: 'family', anonymous: true } },
  })
  expect(draft.form?.questions).toHaveLength(5)
  expect(draft.body).toContain('匿名')
})

test('G14 when it is to go to a class or by name after all, then it is feedback of the term no more', () => {
  const form = filled()
  expect(toDraft({ ...form, audience: { to: 'classes', classIds: ['a'] } }, 'principal').feedback).toBeUndefined()
  const named = { questions: form.form?.questions ?? [], per: 'family' as const }
  expect(toDraft({ ...form, form: named }, 'principal').feedback).toBeUndefined()
})

test('G14 given a title that is written already, then it stays', () => {
  expect(fillFeedback({ ...empty(), title: '期末听听您的意见' }, prepared, now).title).toBe('期末听听您的意见')
})

test.each(PRESETS.map(({ id }) => id))(
  'G14 given the pact %s, then its judge lets the texts of the form pass',
  (preset) => {
    const pact = createPact('s', 1, preset, '2026-08-01')
    if (!pact) throw new Error('no pact')
    const post = { ...postOfNotice(toDraft(filled(), 'principal'), 'principal'), issuer: '幸福街小学' }
    const context = { roster: [], calendar: { rest: [], school: [] } }
    // Some open their class in the evening alone: when it goes out is another matter.
    const about = judge(post, context, pact, now).reasons.filter(({ rule }) => !rule.startsWith('T'))
    expect(about).toEqual([])
  },
)

test('G14 given the same question in the term before, then its shares stand beside these, also in the sentences', () => {
  const question = {
    ...({ id: 'q1', type: 'single', label: '请假方便', required: true } as const),
    choices: [
      { id: 'c1', label: '满意' },
      { id: 'c2', label: '不满意' },
    ],
  }
  const count = (yes: number, no: number) => ({
    ...{ question: 'q1', answered: yes + no },
    choices: [
      { id: 'c1', count: yes },
      { id: 'c2', count: no },
    ],
  })
  const past = { at: 0, sheets: 8, questions: [count(4, 4)] }
  const [shown] = presentResults({ questions: [question] }, [count(9, 3)], [], past)
  expect(shown?.bars.map(({ count: number, share }) => [number, share])).toEqual([
    [9, '75%'],
    [3, '25%'],
  ])
  expect(shown?.before).toBe('上学期收到8份：满意50%，不满意50%')
  expect(shown?.text).toEqual(['12份填了', '满意9，75%', '不满意3，25%', '上学期收到8份：满意50%，不满意50%'])
  expect(presentResults({ questions: [question] }, [count(0, 0)], [])[0]).toMatchObject({
    before: '',
    bars: [{ share: '' }, { share: '' }],
  })
})
