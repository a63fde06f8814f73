// Decides how a principal takes the evidence along: every row read and checked, then sent as a file (G11, G12).
import type { AuditRow, Evidence } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { dressPage, loadPage, newFrame } from '../../../services/page-frame'
import { switchTo } from '../../../services/session'
import {
  presentAudit,
  presentEvidence,
  sayChain,
  writeAudit,
  writeEvidence,
  type AuditRowView,
  type EvidenceView,
} from './present'

/** Rows a page shows; the file has all. */
const SHOWN = 50
const [AUDIT_NAME, EVIDENCE_NAME] = ['操作记录.csv', '留存的证据.csv']
/** By this mark spreadsheets know the text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

Page({
  data: {
    frame: newFrame(),
    rows: [] as AuditRowView[],
    evidence: [] as EvidenceView[],
    chain: '',
    broken: false,
    /** Every row is here: now the file is whole. */
    whole: false,
  },
  schoolId: '',
  all: [] as AuditRow[],
  kept: [] as Evidence[],
  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { schoolId } = this
    this.setData({ whole: false })
    const reply = await loadPage(
      this,
      'audit.export',
      () => {
        switchTo((each) => each.role === 'principal' && each.schoolId === schoolId)
        return { schoolId }
      },
      ({ rows, brokenAt }) => this.take(rows, brokenAt),
    )
    if (!reply.ok) return
    await this.readEvidence()
    await this.readOn(reply.data.next, reply.data.brokenAt)
  },
  async readEvidence() {
    const { schoolId } = this
    this.kept = []
    let after: string | undefined
    do {
      const reply = await call('evidence.list', { schoolId, ...(after !== undefined && { after }) })
      if (!reply.ok) return this.setData({ 'frame.view': 'failed' })
      this.kept = [...this.kept, ...reply.data.evidence]
      after = reply.data.next
    } while (after !== undefined)
    this.setData({ evidence: presentEvidence(this.kept, Date.now()) })
  },
  take(rows: AuditRow[], brokenAt: number | undefined) {
    this.all = rows
    return {
      rows: presentAudit(rows, Date.now(), SHOWN),
      chain: sayChain(rows.length, brokenAt),
      broken: brokenAt !== undefined,
    }
  },
  async readOn(from: number | undefined, brokenBefore: number | undefined) {
    let next = from
    let brokenAt = brokenBefore
    while (next !== undefined) {
      const reply = await call('audit.export', { schoolId: this.schoolId, after: next })
      if (!reply.ok) return this.setData({ 'frame.view': 'failed' })
      brokenAt ??= reply.data.brokenAt
      next = reply.data.next
      this.setData(this.take([...this.all, ...reply.data.rows], brokenAt))
    }
    this.setData({ whole: true })
  },
  onSendAudit() {
    this.send(AUDIT_NAME, writeAudit(this.schoolId, this.all))
  },
  onSendEvidence() {
    this.send(EVIDENCE_NAME, writeEvidence(this.kept))
  },
  /** Only a tap may open WeChat's list of people; the file is written within the same tap. */
  send(fileName: string, table: string) {
    const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`
    wx.getFileSystemManager().writeFileSync(filePath, `${BYTE_ORDER_MARK}${table}`, 'utf8')
    wx.shareFileMessage({ filePath, fileName, fail: () => undefined })
  },
})
