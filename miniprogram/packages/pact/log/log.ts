// Decides how the moderation log of a class is read, and how its supervisor speaks up (screens.md 3.19, M06).
import type { Report, ReportList, Role } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass } from '../../../services/format'
import { newLongList } from '../../../services/long-list'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentReports, type ReportView } from '../reports/present'
import { presentLog, type LogRowView } from './present'

const READERS: readonly Role[] = ['head_teacher', 'supervisor']

const file = createSender('report.file')

definePage({
  data: {
    className: '',
    rows: [] as LogRowView[],
    earlier: '',
    /** Only the supervisor tells, and reads what they have told. */
    supervises: false,
    reports: [] as ReportView[],
    reportsLeft: 0,
  },
  query: { classId: '' },
  told: newLongList<ReportList, Report>(({ reports }) => reports),
  reads: 'log.read',
  refusesInPanel: true,
  actsAs({ role, classId, office }, query) {
    return isLeader(role) || office === 'discipline' || (READERS.includes(role) && classId === query.classId)
  },
  /** Nobody counts the log: it goes on until it ends. */
  grow: (log, { rows, next }) => ({ ...log, rows: [...log.rows, ...rows], next }),
  ask({ classId }) {
    return { classId }
  },
  present({ className, rows, next }) {
    return {
      className: formatClass(className),
      rows: presentLog(rows, Date.now()),
      earlier: next === undefined ? '' : '看更早的记录',
      supervises: currentIdentity()?.role === 'supervisor',
    }
  },
  async load() {
    const reply = await this.read()
    if (reply.ok && this.data.supervises) await this.loadReports()
  },
  async loadReports() {
    const reply = await call('report.list', { of: 'class', classId: this.query.classId })
    if (!reply.ok) return
    this.told.begin(reply.data)
    this.showReports()
  },
  showReports() {
    const { rows, left } = this.told
    this.setData({ reports: presentReports(rows, Date.now()), reportsLeft: left })
  },
  async onMoreReports() {
    const { classId } = this.query
    if (await this.told.more((after) => call('report.list', { of: 'class', classId, after }))) this.showReports()
  },
  onWrite() {
    this.openPanel('report')
  },
  async onSend({ detail: { words } }: ToldEvent<{ words: string }>) {
    const { classId } = this.query
    if (await this.act(() => file({ classId, words }))) await this.loadReports()
  },
})
