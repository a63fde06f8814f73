// What other domains may use of report.
export { monthsOf, spanOf, termOf } from './term'
export { sayPrinted } from './say-printed'
