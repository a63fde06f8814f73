// Decides what the clock does to messages that wait: each moment's are told together.
import { runDuties, type Steps } from '../../common/call/duties'
import { digests } from './store'
import { tellDigest } from './tell-digest'

export const steps: Steps = {
  duties: [(until) => runDuties(digests, (digest, duty) => tellDigest(digest, duty, until), until)],
}
