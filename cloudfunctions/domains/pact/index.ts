// What other domains may use of pact.
export type { PactDoc } from './documents'
export { lookUpPact, lookUpVersions, newsOf, pactId, pacts, readPactInForce, toPact } from './store'
