// What other domains may use of moderation.
export { followAccount, disciplineCases, leadersCases, lookUpMutes, mutesOf, openAppeals } from './cases'
export type { MutingCase } from './cases'
