// Decides where the pages of incidents are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const INCIDENT_ROUTES = {
  incident: (query: { incidentId: string }) => addressOf('/packages/roll/incident/incident', query),
  /** Of a class, with a child at once about whom something is noted; or of a leader's school. */
  incidents: (query: { classId?: string; childId?: string; schoolId?: string }) =>
    addressOf('/packages/roll/incidents/incidents', query),
} as const
