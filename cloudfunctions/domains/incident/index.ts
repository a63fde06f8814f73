// What other domains may use of incident.
export type { IncidentDoc } from './documents'
export { openIncidents, runningIn } from './store'
