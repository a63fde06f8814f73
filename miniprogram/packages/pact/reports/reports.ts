// Decides how leaders read what supervisors tell them, and answer it (screens.md 3.4, 3.19, M06).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentReports, type ReportView } from './present'

const answer = createSender('report.answer')

definePage({
  data: { reports: [] as ReportView[] },
  query: { schoolId: '' },
  reads: 'report.list',
  list: 'reports',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { of: 'school', schoolId }
  },
  present({ reports }) {
    return { reports: presentReports(reports, Date.now()) }
  },
  onAnswer(event: TapEvent) {
    this.openPanel(event.currentTarget.dataset['id'])
  },
  async onSend({ detail: { words } }: ToldEvent<{ words: string }>) {
    const reportId = this.data.panel
    if (await this.act(() => answer({ reportId, words }))) await this.load()
  },
})
