// What every domain's contract is written with: shared values, words, limits, replies, errors and rows.
export { cleanText } from './clean-text'
export * from './errors'
export { kindFields, noticeEvent } from './kind-fields'
export type { Awaits, Fee, KindFields, NoticeEvent } from './kind-fields'
export * as limits from './limits'
export { isSignature, isSubject } from './names'
export { parse } from './parse'
export * from './reply'
export * from './rows'
export * from './templates'
export * from './values'
export {
  findLooseStrings,
  findWords,
  listWords,
  name,
  note,
  documentName,
  postBody,
  postLine,
  quotation,
  reference,
  subject,
  title,
  words,
} from './words'
export type { Checked, CheckedWords, FoundWords, WordsKind } from './words'
