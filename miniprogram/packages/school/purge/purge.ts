// Decides what leaders see of the purge of a finished school year, weeks before it happens (G23).
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentPurge, type PurgeView } from './present'

definePage({
  data: { view: null as PurgeView | null },
  query: { schoolId: '' },
  reads: 'purge.read',
  loadsOnShow: true,
  refusesOnTop: true,
  actsAs: ({ role, schoolId }, query) => isLeader(role) && (!query.schoolId || schoolId === query.schoolId),
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present: (purge) => ({ view: presentPurge(purge) }),
})
