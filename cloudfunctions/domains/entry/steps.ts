// Decides what the clock does to entries: it tells whoever does the next part that their turn has come (W5).
import { runDuties, type Steps } from '../../common/call/duties'
import { entries } from './store'
import { tellTurn } from './tell-turn'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(entries, (entry, duty) => tellTurn(entry, duty, until), until, schoolId)],
}
