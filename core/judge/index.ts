// The judge: holds a post against a pact. Heavy: only who writes to a class loads it.
export { namesCalledIn } from './called-names'
export { comparePacts } from './impact'
export type { Impact, PastPost } from './impact'
export { hostsOfCode, isPaymentCode } from './text'
export { judge } from './judge'
export { postOfNotice } from './notice-post'
export type { AlbumFacts, JudgeContext, Judgement, Post } from './types'
