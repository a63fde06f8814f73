// What other domains may use of moderation.
export { cases, leadersCases, lookUpMutes, mutesOf } from './cases'
export type { MutingCase } from './cases'
export type { CaseDoc } from './documents'
export { findGuardian } from './found-guardian'
export { cardsOf, keyOf, lookUpMembers } from './member-cards'
export type { MembersFound } from './member-cards'
export { reports } from './reports'
