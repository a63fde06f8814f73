// Decides how the answers to a question read: bars with numbers, figures, or a list of words; in sentences too.
import type { FeedbackBefore, Question, QuestionCount, QuestionForm, QuestionWords } from '@class-pact/core/contract'
import { OTHER_WORD } from '../../../../domains/notice/questions'
import { formatDate } from '../../../../services/format'

export interface BarView {
  key: string
  label: string
  count: number
  /** Of all who answered, for the width of the bar. */
  percent: number
  /** 60%: of a choice, and only where somebody answered. */
  share: string
}
export interface ResultView {
  key: string
  /** 1. 孩子是否参加 */
  question: string
  bars: BarView[]
  figures: { name: string; value: string }[]
  /** 上学期收到28份：很满意40%，满意35% */
  before: string
  words: { at: number; text: string }[]
  /** 还有20条，在导出的表里 */
  more: string
  /** What the chart says, in sentences. */
  text: string[]
}

export function presentResults(
  form: QuestionForm,
  counts: readonly QuestionCount[],
  said: readonly QuestionWords[],
  past?: FeedbackBefore,
): ResultView[] {
  return form.questions.map((question, index) => {
    const count = counts.find((each) => each.question === question.id)
    const found = said.find((each) => each.question === question.id)
    const answered = count?.answered ?? 0
    const bars = barsOf(question, count)
    const figures = figuresOf(question, count)
    const before = sayBefore(question, past)
    const left = found ? found.total - found.words.length : 0
    return {
      key: question.id,
      question: `${index + 1}. ${question.label}`,
      bars,
      figures,
      before,
      words: (found?.words ?? []).map((text, at) => ({ at, text })),
      more: left > 0 ? `还有${left}条，在导出的表里` : '',
      text: [
        `${answered}份填了`,
        ...bars.map(({ label, count: number, share }) => `${label}${number}${share ? `，${share}` : ''}`),
        ...figures.map(({ name, value }) => `${name}${value}`),
        ...(before ? [before] : []),
      ],
    }
  })
}

/** Of the school's own past, never of somebody else (X08). */
function sayBefore(question: Question, past: FeedbackBefore | undefined): string {
  const bars = barsOf(
    question,
    past?.questions.find((each) => each.question === question.id),
  )
  const shares = bars.flatMap(({ label, share }) => (share ? `${label}${share}` : []))
  return past && shares.length > 0 ? `上学期收到${past.sheets}份：${shares.join('，')}` : ''
}

function barsOf(question: Question, count: QuestionCount | undefined): BarView[] {
  if (!count) return []
  const { answered, choices = [], others, days = [] } = count
  const bar = (key: string, label: string, number: number): BarView => {
    const percent = answered > 0 ? Math.round((number / answered) * 100) : 0
    return { key, label, count: number, percent, share: answered > 0 && choices.length > 0 ? `${percent}%` : '' }
  }
  const labels = 'choices' in question ? question.choices : []
  return [
    ...choices.map(({ id, count: number }) => bar(id, labels.find((each) => each.id === id)?.label ?? '', number)),
    ...(others === undefined ? [] : [bar('*', OTHER_WORD, others)]),
    ...days.map(({ day, count: number }) => bar(day, formatDate(day), number)),
  ]
}

function figuresOf(question: Question, count: QuestionCount | undefined): ResultView['figures'] {
  const { numbers } = count ?? {}
  if (!numbers) return []
  const unit = question.type === 'number' ? (question.unit ?? '') : ''
  const say = (value: number) => `${Math.round(value * 100) / 100}${unit}`
  return [
    { name: '合计', value: say(numbers.sum) },
    { name: '平均', value: say(numbers.mean) },
    { name: '中位数', value: say(numbers.median) },
    { name: '最小', value: say(numbers.min) },
    { name: '最大', value: say(numbers.max) },
  ]
}
