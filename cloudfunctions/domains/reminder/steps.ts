// Decides what the clock does to messages: what waits for one moment is told together, and staff hear once a day.
import { runDuties, type Steps } from '../../common/call/duties'
import { digests } from './store'
import { tellDigest } from './tell-digest'
import { tellStaff } from './tell-staff'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(digests, (digest, duty) => tellDigest(digest, duty, until), until, schoolId)],
  sweeps: [tellStaff],
}
