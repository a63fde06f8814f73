// What other domains may use of roster: how a table is read, whatever program made it.
export { decodeText } from './read-text'
export { readWorkbook } from './read-workbook'
