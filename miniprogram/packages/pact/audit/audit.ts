// Decides how a principal takes the evidence along: every row read and checked, then sent as a file (G11, G12).
import type { AuditExport, AuditRow, Evidence } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { readAnchor, writeAnchor, type Anchor, type Anchored } from '@class-pact/core/audit'
import { definePage } from '../../../services/define-page'
import { askAnchor, keepAnchor, recallAnchor } from './anchors'
import {
  presentAudit,
  presentEvidence,
  sayAnchored,
  sayChain,
  writeAudit,
  writeEvidence,
  type AuditRowView,
  type EvidenceView,
} from './present'

/** Rows a page shows; the file has all. */
const SHOWN = 50
const EVIDENCE_NAME = '留存的证据.csv'
/** By this mark spreadsheets know the text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

definePage({
  data: {
    rows: [] as AuditRowView[],
    evidence: [] as EvidenceView[],
    chain: '',
    broken: false,
    /** Every row is here: now the file is whole. */
    whole: false,
    /** 上次取走的到第128条 … */
    anchored: '',
    torn: false,
    /** By it this end is known again later. */
    anchor: '',
  },
  query: { schoolId: '' },
  all: [] as AuditRow[],
  kept: [] as Evidence[],
  reads: 'audit.export',
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    const kept = recallAnchor(schoolId)
    return { schoolId, ...(kept && { anchor: writeAnchor(kept) }) }
  },
  present({ rows, brokenAt }): object {
    return this.take(rows, brokenAt)
  },
  async load() {
    const kept = recallAnchor(this.query.schoolId)
    this.setData({ whole: false, anchored: '', torn: false, anchor: '' })
    const reply = await this.read()
    if (!reply.ok) return
    if (kept && reply.data.anchored) this.tell(kept, reply.data.anchored)
    await this.readEvidence()
    await this.readOn(reply.data)
  },
  async readEvidence() {
    const { schoolId } = this.query
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
  tell(anchor: Anchor, anchored: Anchored) {
    this.setData({ anchored: sayAnchored(anchored, anchor.seq), torn: anchored !== 'unbroken' })
  },
  async readOn({ next: from, brokenAt: brokenBefore, anchor: end }: AuditExport) {
    let next = from
    let brokenAt = brokenBefore
    let anchor = end
    while (next !== undefined) {
      const reply = await call('audit.export', { schoolId: this.query.schoolId, after: next })
      if (!reply.ok) return this.setData({ 'frame.view': 'failed' })
      brokenAt ??= reply.data.brokenAt
      next = reply.data.next
      anchor = reply.data.anchor
      this.setData(this.take([...this.all, ...reply.data.rows], brokenAt))
    }
    this.setData({ whole: true, anchor: anchor ?? '' })
    const read = anchor === undefined ? undefined : readAnchor(anchor)
    // An end that does not fit is not remembered: the next look shows it again.
    if (read && brokenAt === undefined && !this.data.torn) keepAnchor(this.query.schoolId, read)
  },
  async onCompare() {
    const asked = await askAnchor()
    if (asked === undefined) return
    if (asked === null) {
      this.setData({ anchored: '这不是校验码，请从以前发出的文件名里复制', torn: false })
      return
    }
    const reply = await call('audit.export', {
      schoolId: this.query.schoolId,
      after: asked.seq,
      anchor: writeAnchor(asked),
    })
    if (!reply.ok) this.setData({ 'frame.view': 'failed' })
    else if (reply.data.anchored) this.tell(asked, reply.data.anchored)
  },
  onCopyAnchor() {
    void wx.setClipboardData({ data: this.data.anchor })
  },
  onSendAudit() {
    // The code is in the name, so that whoever got the file can hold the audit against it.
    this.send(`操作记录_${this.data.anchor}.csv`, writeAudit(this.query.schoolId, this.all))
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
