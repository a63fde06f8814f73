// Decides what of the answers to a form goes into a file: a sheet of counts, and one with a row a child (N20).
import * as SheetJS from '@e965/xlsx'
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { GivenAnswer, NoticeForm, Question, QuestionCount, QuestionWords } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { keepExport } from '../../common/files/keep-export'
import type { FoundAnswers } from './find-answers'
import { LEAST_SHEETS, resultOf, type Result } from './result'
import { describeSheets } from './sheets'

const FILE_NAME = '填表结果.xlsx'
const NOT_ANSWERED = '未填'
const OTHER = '其他'
type Cell = string | number

export const exportAnswers: Handler<'answers.export', FoundAnswers> = async (_input, session) => {
  const { now, found } = session
  const result = resultOf(found, now)
  if (!result) return refuse('FORBIDDEN')
  if (result.hidden === 'open') return refuse('ANSWERS_OPEN', { rule: 'N20', until: found.notice.draft.deadline })
  if (result.hidden === 'few') return refuse('ANSWERS_FEW', { rule: 'N20', facts: { count: LEAST_SHEETS } })
  const book = SheetJS.utils.book_new()
  const rows = result.form.anonymous ? [] : rowsOf(result.form, found)
  append(book, '汇总', summaryOf(result))
  if (rows.length > 0) append(book, '逐个孩子', [headerOf(result.form), ...rows])
  const content = SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
  const url = await keepExport(content, session, found.notice.schoolId)
  return url ? succeed({ url, name: FILE_NAME, rows: rows.length }) : refuse('TRY_AGAIN')
}

/** Every text is a cell of text: one that begins with = + - @ is no formula. */
function append(book: SheetJS.WorkBook, name: string, table: Cell[][]): void {
  const sheet = SheetJS.utils.aoa_to_sheet(
    table.map((row) => row.map((cell) => (typeof cell === 'string' ? { t: 's', v: cell, z: '@' } : cell))),
  )
  SheetJS.utils.book_append_sheet(book, sheet, name)
}

const headerOf = ({ questions }: NoticeForm): Cell[] => [
  ...['班级', '学号', '姓名', '填写人', '填写时间'],
  ...questions.map(labelOf),
]
const labelOf = (question: Question) =>
  question.type === 'number' && question.unit ? `${question.label}（${question.unit}）` : question.label

function rowsOf({ questions }: NoticeForm, { sheets }: FoundAnswers): Cell[][] {
  return describeSheets(sheets).map(({ className, no, name, signer = '', at, sheet }) => [
    ...[className, no, name, signer, at === undefined ? NOT_ANSWERED : `${beijingDay(at)} ${beijingClock(at)}`],
    ...questions.map((question) =>
      sayAnswer(
        question,
        sheet.find((each) => each.question === question.id),
      ),
    ),
  ])
}

function sayAnswer(question: Question, answer: GivenAnswer | undefined): Cell {
  if (!answer) return ''
  const { choices = [], other, text, number, day, files = [] } = answer
  if (number !== undefined) return number
  if ('choices' in question) {
    const labels = question.choices.flatMap(({ id, label }) => (choices.includes(id) ? [label] : []))
    return [...labels, ...(other === undefined ? [] : [`${OTHER}：${other}`])].join('、')
  }
  return text ?? day ?? (files.length > 0 ? `${files.length}张` : '')
}

function summaryOf({ form, sheets, questions, words }: Result): Cell[][] {
  const ofQuestion = <Each extends { question: string }>(list: readonly Each[], { id }: Question) =>
    list.find(({ question }) => question === id)
  return [
    ['收到', sheets, '份'],
    ...form.questions.flatMap((question) => [
      [],
      [labelOf(question), ofQuestion(questions, question)?.answered ?? 0, '人填'],
      ...countsOf(question, ofQuestion(questions, question)),
      ...wordsOf(ofQuestion(words, question)),
    ]),
  ]
}

function countsOf(question: Question, counted: QuestionCount | undefined): Cell[][] {
  if (!counted) return []
  const { choices = [], others, numbers, days = [] } = counted
  const labels = 'choices' in question ? question.choices : []
  return [
    ...choices.map(({ id, count }) => ['', labels.find((each) => each.id === id)?.label ?? '', count]),
    ...(others === undefined ? [] : [['', OTHER, others]]),
    ...(numbers
      ? [
          ['', '合计', numbers.sum],
          ['', '平均', numbers.mean],
          ['', '中位数', numbers.median],
          ['', '最小', numbers.min],
          ['', '最大', numbers.max],
        ]
      : []),
    ...days.map(({ day, count }) => ['', day, count]),
  ]
}

const wordsOf = (said: QuestionWords | undefined): Cell[][] => (said?.words ?? []).map((word) => ['', word])
