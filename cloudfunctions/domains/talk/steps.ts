// Decides what the clock does to talks: it settles photos, tells who is concerned, and notes that a matter has risen.
import { runDuties, type Steps } from '../../common/call/duties'
import { talks } from './store'
import { stepTalk } from './step-talk'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(talks, (talk, duty) => stepTalk(talk, duty, until), until, schoolId)],
}
