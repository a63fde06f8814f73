// Forms: what they ask, which answers fit, and how the answers add up.
export { checkAnswers, checkForm, isBlank } from './check'
export type { AnswerProblem, AnswerProblemCode } from './check'
export { countAnswers, countSame } from './count'
export type { SameAnswers } from './count'
export { countsOfSame } from './same'
export { shownClasses } from './shown-classes'
export { textsOfForm } from './texts'
