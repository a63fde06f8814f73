// Decides what the clock does to albums: photos checked or not, they go on, and files that were taken away go.
import { runDuties, type Steps } from '../../common/call/duties'
import { settleAlbum } from './settle-album'
import { albums } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(albums, settleAlbum, until, schoolId)],
}
