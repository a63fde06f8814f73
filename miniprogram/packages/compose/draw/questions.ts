// Decides the questions that a survey of families begins with; a school changes them as it likes (H04).
import type { Question } from '@class-pact/core/contract'

const RATED = ['对学校工作的总体评价', '对班主任和任课老师的评价', '对家校联系的评价', '对收费和作业安排的评价']
const CHOICES = ['满意', '比较满意', '一般', '不满意'].map((label, index) => ({ id: `c${index + 1}`, label }))

export const usualQuestions = (): Question[] => [
  ...RATED.map((label, index): Question => ({
    ...{ id: `q${index + 1}`, type: 'single', label, required: true },
    choices: CHOICES.map((choice) => ({ ...choice })),
  })),
  { id: `q${RATED.length + 1}`, type: 'text', label: '意见和建议', required: false },
]
