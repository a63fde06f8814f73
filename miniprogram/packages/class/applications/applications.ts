// Decides what the leaders confirm: who was invited to teach (M02, M04).
import type { Application } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'

definePage({
  data: { applications: [] as Application[] },
  query: { schoolId: '' },
  reads: 'application.list',
  list: 'applications',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ applications }) {
    return { applications }
  },
  onPanel(event: ToldEvent<{ open: boolean }>) {
    this.lock(event.detail.open)
  },
})
