// What other domains may use of talk.
export type { LetterDoc, TalkDoc } from './documents'
export { lookUpHeld } from './held-letters'
export { lookUpLetters, readLetters } from './reached'
export type { LetterRows } from './reached'
export { moveTalks } from './move-talks'
export { talks } from './store'
export { countAtDesk, lookUpAnswered, lookUpReadAlong, lookUpToAnswer, waitingAtLeaders } from './waiting'
export type { WaitingTalk } from './waiting'
