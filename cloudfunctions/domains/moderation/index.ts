// What other domains may use of moderation.
export { followAccount, disciplineCases, leadersCases, lookUpRisen, lookUpMutes, mutesOf, openAppeals } from './cases'
export type { MutingCase, RisenCase } from './cases'
