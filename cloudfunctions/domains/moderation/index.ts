// What other domains may use of moderation.
export { cases, leadersCases, lookUpMutes, mutesOf } from './cases'
export type { MutingCase } from './cases'
export type { CaseDoc } from './documents'
export { reports } from './reports'
