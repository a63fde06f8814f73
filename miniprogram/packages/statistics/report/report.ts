// Decides what leaders see of what is open in a term, and how figures and the term's report are taken along (G13).
import type { Input } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { bringFile, openFile, sendFile, type Brought } from '../../../services/take-along'
import { presentReport, type ReportView } from './present'

const exportFigures = createSender('report.figures')
const printTerm = createSender('report.term')

definePage({
  data: {
    view: null as ReportView | null,
    /** The class whose matters are unfolded; '' is the school itself. */
    open: 'none',
    file: null as Brought | null,
  },
  query: { schoolId: '' },
  reads: 'report.inspection',
  refusesOnTop: true,
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && (!query.schoolId || schoolId === query.schoolId)
  },
  ask({ schoolId }): Input<'report.inspection'> | undefined {
    return schoolId ? { schoolId } : undefined
  },
  present(inspection) {
    return { view: presentReport(inspection) }
  },
  onPlace(event: TapEvent) {
    const id = event.currentTarget.dataset['id'] as string
    this.setData({ open: this.data.open === id ? 'none' : id })
  },
  onItem(event: TapEvent) {
    const { notice, register, place: classId, asks } = event.currentTarget.dataset as Record<string, string>
    const { schoolId } = this.query
    if (asks) return openPage(ROUTES.compose({ to: 'feedback' }))
    if (notice && classId) openPage(ROUTES.board({ noticeId: notice, classId }))
    else if (register) openPage(ROUTES.registerSummary({ register, schoolId, ...(classId && { classId }) }))
    else if (classId) openPage(ROUTES.members({ classId }))
  },
  onFeedback() {
    const { feedback } = this.data.view ?? {}
    if (feedback) openPage(ROUTES.answers({ noticeId: feedback.noticeId }))
  },
  async onExport() {
    const { schoolId } = this.query
    const file = await this.act(() => bringFile(exportFigures({ schoolId, range: 'term' })))
    if (file) this.setData({ file, refusal: null })
  },
  async onPrint() {
    const { schoolId } = this.query
    const file = await this.act(() => bringFile(printTerm({ schoolId })))
    if (file) this.setData({ file, refusal: null })
  },
  async onPrintClass(event: TapEvent) {
    const { schoolId } = this.query
    const classId = event.currentTarget.dataset['id'] as string
    const file = await this.act(() => bringFile(printTerm({ schoolId, classId })))
    if (file) this.setData({ file, refusal: null })
  },
  async onOpenFile() {
    const { file } = this.data
    if (file && (await this.act(() => openFile(file)))) this.setData({ refusal: null })
  },
  onSendFile() {
    const { file } = this.data
    if (file) sendFile(file)
  },
})
