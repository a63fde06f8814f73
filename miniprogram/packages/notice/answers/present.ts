// Decides what the page of answers shows: counts of all, the sheets of one class in roll order, and why there are none.
import type { AnswerRow, AnswersPage, GivenAnswer, Instant, Question } from '@class-pact/core/contract'
import { OTHER_WORD } from '../../../domains/notice/questions'
import { formatDate, formatDueTime, formatMoment } from '../../../services/format'

export interface SheetView {
  childId: string
  no: string
  name: string
  /** 妈妈 今天16:21, 未填 */
  sub: string
  lines: { key: string; text: string }[]
  photos: string[]
  note: string
}

export interface AnswersView {
  title: string
  /** 32个孩子，已填20 */
  figure: string
  /** 匿名问卷：老师看不到谁答的 */
  anonymous: string
  /** Why nothing shows. */
  hidden: string
  rows: SheetView[]
  classes: { classId: string; name: string; figure: string }[]
  canExport: boolean
  share: string
  shared: string
  hasBoard: boolean
}

export function presentAnswers(page: AnswersPage, now: Instant): AnswersView {
  const { form, asked, answered, hidden, deadline, least } = page
  return {
    title: page.title,
    figure: `${page.className ? `${page.className}，` : ''}${asked}个孩子，已填${answered}`,
    anonymous: form.anonymous ? '匿名问卷：老师看不到谁答的' : '',
    hidden: sayHidden(hidden, least, deadline, now),
    rows: page.rows.map((row) => presentRow(row, form.questions, now)),
    classes: page.classes.map(({ classId, className, asked: all, answered: done }) => ({
      classId,
      name: className,
      figure: `${done}/${all}`,
    })),
    canExport: hidden === undefined,
    share: page.canShare && page.shared === undefined ? '把结果发给家长' : '',
    shared: page.shared === undefined ? '' : `${formatMoment(page.shared, now)}已发给家长，家长只看得到数字`,
    hasBoard: page.classId !== undefined,
  }
}

function sayHidden(hidden: AnswersPage['hidden'], least: number, deadline: Instant | undefined, now: Instant): string {
  if (hidden === 'open') {
    return `${deadline === undefined ? '' : `${formatDueTime(deadline, now)}截止，`}截止后显示结果，免得看出是谁填的`
  }
  return hidden === 'few' ? `收到的不到${least}份，不显示结果，免得看出是谁填的` : ''
}

function presentRow(row: AnswerRow, questions: readonly Question[], now: Instant): SheetView {
  const { childId, no, name, at, signer = '', sheet, files, doubted } = row
  const by = signer.startsWith(name) ? signer.slice(name.length) : signer
  const held = files.filter(({ url }) => url === undefined).length
  return {
    ...{ childId, no, name },
    sub: at === undefined ? '未填' : `${by} ${formatMoment(at, now)}`,
    lines:
      row.with !== undefined
        ? [{ key: 'with', text: row.with && sheet.length === 0 ? `和${row.with}一起填` : '和家里另一个孩子一起填' }]
        : questions.flatMap((question) => {
            const text = sayAnswer(
              question,
              sheet.find((each) => each.question === question.id),
            )
            return text ? [{ key: question.id, text: `${question.label}：${text}` }] : []
          }),
    photos: files.flatMap(({ url }) => url ?? []),
    note: [doubted ? '微信没有放行这些文字，请留意' : '', held > 0 ? `有${held}张照片还在检查` : '']
      .filter(Boolean)
      .join('；'),
  }
}

function sayAnswer(question: Question, answer: GivenAnswer | undefined): string {
  if (!answer) return ''
  const { choices = [], other, text, number, day, files = [] } = answer
  if ('choices' in question) {
    const labels = question.choices.flatMap(({ id, label }) => (choices.includes(id) ? [label] : []))
    return [...labels, ...(other === undefined ? [] : [`${OTHER_WORD}：${other}`])].join('、')
  }
  if (number !== undefined) return `${number}${question.type === 'number' ? (question.unit ?? '') : ''}`
  if (files.length > 0) return question.type === 'signature' ? '已签名' : `${files.length}张`
  return text ?? (day === undefined ? '' : formatDate(day))
}
