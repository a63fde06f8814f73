// What other domains may use of incident.
export type { IncidentDoc } from './documents'
export { lookUpTold } from './reached'
export { openIncidents, runningIn } from './store'
