// Decides the actions on incidents: opened, stamped, corrected and closed by the staff who are concerned (L06, L07).
import { incidentRows } from '@class-pact/core/incident/contract'
import { serve } from '../../common/call/handlers'
import { findListed } from '../../common/call/scope'
import { closeIncident } from './close-incident'
import { findChild, findFamily, findIncident } from './find-incident'
import { noteIncident } from './note-incident'
import { openIncident } from './open-incident'
import { listIncidents, readIncident } from './read-incident'
import { readPhones } from './read-phones'
import { correctIncident, stepIncident } from './step-incident'

export const actions = serve(
  incidentRows,
  { incident: findIncident, incidentChild: findChild, incidentFamily: findFamily, listed: findListed },
  {
    'incident.open': openIncident,
    'incident.note': noteIncident,
    'incident.step': stepIncident,
    'incident.correct': correctIncident,
    'incident.close': closeIncident,
    'incident.phones': readPhones,
    'incident.read': readIncident,
    'incident.list': listIncidents,
  },
)
