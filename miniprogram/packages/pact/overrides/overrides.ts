// Decides how leaders look at urgent posts that went out in quiet hours: each with its reason (T01).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentOverrides, type OverrideView } from './present'

const see = createSender('override.see')

definePage({
  data: { overrides: [] as OverrideView[] },
  query: { schoolId: '' },
  reads: 'override.list',
  list: 'overrides',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ overrides }) {
    return { overrides: presentOverrides(overrides, Date.now()) }
  },
  async onSee(event: TapEvent) {
    const noticeId: string = event.currentTarget.dataset['id']
    if (await this.act(() => see({ noticeId }))) await this.load()
  },
})
