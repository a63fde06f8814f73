// What other domains may use of report.
export { handOut, nameFile } from './hand-out'
export { monthsOf, spanOf, termOf } from './term'
export { sayPrinted } from './say-printed'
