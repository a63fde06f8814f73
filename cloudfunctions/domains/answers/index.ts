// What other domains may use of answers.
export { describeFeedback } from './feedback'
export { lookUpBallots, type BallotsRow } from './counting'
export { WORDS_SHOWN } from './find-answers'
export { LEAST_SHEETS, hides } from './result'
