// What other domains may use of audit.
export { markMember } from './store'
