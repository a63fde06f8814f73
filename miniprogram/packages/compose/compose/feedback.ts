// Decides how a leader asks the families about the term: five questions, a week, no names (G14).
import { addDays, beijingClock, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant, NoticePrepared, Question } from '@class-pact/core/contract'
import type { Form } from '../../../domains/notice/draft'

/** As one is chosen among the forms that are asked most often. */
export const FEEDBACK = { value: 'feedback', label: '学期反馈' } as const

/** Families have a week, as for a survey of some of them (H04). */
const DAYS = 7
const SCALE = ['很满意', '满意', '一般', '不满意', '很不满意']
const RATED = ['通知及时、清楚', '签收和填表方便', '请假方便', '晚上和休息日少打扰']
const TEXT_MAX = 200

const TITLE = '学期反馈'
/** It says who reads the answers: what the product keeps, and no more (docs/adr/0020). */
const BODY =
  '本学期快结束了，请用两分钟说说家校沟通做得怎样。每家填一份，匿名：学校和老师看不到是谁填的。' +
  '截止后由学校负责人看各题的汇总和大家写的建议，用来改进。'

const questions = (): Question[] => [
  ...RATED.map((label, index): Question => ({
    ...{ id: `q${index + 1}`, type: 'single', label, required: true },
    choices: SCALE.map((step, at) => ({ id: `c${at + 1}`, label: step })),
  })),
  { id: `q${RATED.length + 1}`, type: 'text', label: '最希望改进的一件事', required: false, max: TEXT_MAX },
]

/** Fills a notice to the whole school; a title or text that is written already stays. */
export function fillFeedback(form: Form, prepared: NoticePrepared, now: Instant): Partial<Form> {
  const { defaultDeadline } = prepared
  const week = instantOf(addDays(beijingDay(now), DAYS), beijingClock(defaultDeadline))
  return {
    ...{ kind: 'notice', replyMode: 'form', audience: { to: 'school', schoolId: prepared.schoolId }, feedback: true },
    title: form.title.trim() ? form.title : TITLE,
    body: form.body.trim() ? form.body : BODY,
    deadline: Math.max(week, defaultDeadline),
    form: { questions: questions(), per: 'family', anonymous: true },
  }
}

/** What has become another notice on the way is none: by name, or to some classes. */
export const isFeedback = ({ feedback, audience, replyMode, form }: Form): boolean =>
  feedback === true && audience.to === 'school' && replyMode === 'form' && form?.anonymous === true
