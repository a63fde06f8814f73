// The judge: holds a post against a pact. Heavy: only who writes to a class loads it.
export { namesCalledIn } from './called-names'
export { comparePacts } from './impact'
export type { Impact, PastPost } from './impact'
export { judgeWords } from './judge-words'
export type { JudgedWords } from './judge-words'
export { judge, judgeInSteps } from './ours'
export { postOfNotice } from './notice-post'
export type { AlbumFacts, JudgeContext, Judgement, Post } from './types'
