// What other domains may use of talk.
export type { LetterDoc, TalkDoc } from './documents'
export { moveTalks } from './move-talks'
export { talks } from './store'
