// Decides how a principal takes the evidence along: every row read and checked, then copied as a table (G11, G12).
import type { AuditRow } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { switchTo } from '../../../services/session'
import { presentAudit, sayChain, writeTable, type AuditRowView } from './present'

/** Rows a page shows; the copy has all. */
const SHOWN = 100

Page({
  data: { frame: newFrame(), rows: [] as AuditRowView[], chain: '', broken: false },
  schoolId: '',
  all: [] as AuditRow[],
  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { schoolId } = this
    const reply = await loadPage(
      this,
      'audit.export',
      () => {
        switchTo((each) => each.role === 'principal' && each.schoolId === schoolId)
        return { schoolId }
      },
      ({ rows, brokenAt }) => this.take(rows, brokenAt),
    )
    if (reply.ok) await this.readOn(reply.data.next, reply.data.brokenAt)
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
  },
  onCopy() {
    void submitOnce(this, async () => {
      await wx.setClipboardData({ data: writeTable(this.all) })
    })
  },
})
