// Decides the moderation log of a class: to read; its supervisor tells the leaders what they see in it (screens.md 3.19, M06).
import { limits, type LogRow, type Report, type ReportList, type Role } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { formatClass } from '../../../services/format'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { presentFailure } from '../../../services/refusals'
import type { Refusal } from '../../../services/sentences'
import { currentIdentity, isLeader, switchTo } from '../../../services/session'
import { presentReports, type ReportView } from '../reports/present'
import { presentLog, type LogRowView } from './present'

const READERS: readonly Role[] = ['head_teacher', 'supervisor']

const file = createSender('report.file')

Page({
  data: {
    frame: newFrame(),
    className: '',
    rows: [] as LogRowView[],
    earlier: '',
    /** Only the supervisor tells, and reads what they have told. */
    supervises: false,
    reports: [] as ReportView[],
    reportsLeft: 0,
    writing: false,
    words: '',
    wordsMax: limits.WORDS_MAX,
    refusal: null as Refusal | null,
  },
  classId: '',
  log: [] as LogRow[],
  next: undefined as string | undefined,
  told: newLongList<ReportList, Report>(({ reports }) => reports),
  onLoad({ classId = '' }: { classId?: string }) {
    this.classId = classId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { classId } = this
    const reply = await loadPage(
      this,
      'log.read',
      () => {
        const mine = currentIdentity()
        const isReader = (role: Role, of?: string) => isLeader(role) || (READERS.includes(role) && of === classId)
        // Whoever reads it in the role they stand in keeps that role.
        if (!mine || !isReader(mine.role, mine.classId)) switchTo((each) => isReader(each.role, each.classId))
        return { classId }
      },
      ({ className, rows, next }) => ({
        className: formatClass(className),
        ...this.take(rows, next),
        supervises: currentIdentity()?.role === 'supervisor',
      }),
    )
    if (reply.ok && this.data.supervises) await this.loadReports()
  },
  async loadReports() {
    const reply = await call('report.list', { of: 'class', classId: this.classId })
    if (!reply.ok) return
    this.told.begin(reply.data)
    this.showReports()
  },
  showReports() {
    const { rows, left } = this.told
    this.setData({ reports: presentReports(rows, Date.now()), reportsLeft: left })
  },
  async onMoreReports() {
    const { classId } = this
    if (await this.told.more((after) => call('report.list', { of: 'class', classId, after }))) this.showReports()
  },
  take(rows: LogRow[], next: string | undefined) {
    this.log = rows
    this.next = next
    return { rows: presentLog(rows, Date.now()), earlier: next === undefined ? '' : '看更早的记录' }
  },
  async onEarlier() {
    const { classId, next: after } = this
    const reply = await submitOnce(this, () => call('log.read', { classId, after }))
    if (reply?.ok) this.setData(this.take([...this.log, ...reply.data.rows], reply.data.next))
  },
  onWrite() {
    this.setData({ writing: true, refusal: null })
    lockScroll(this, true)
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, refusal: null })
  },
  onClose() {
    this.setData({ writing: false })
    lockScroll(this, false)
  },
  /** What is written stays until it has arrived. */
  async onSend() {
    const words = this.data.words.trim()
    const { classId } = this
    if (!words) return
    const reply = await submitOnce(this, () => file({ classId, words }))
    if (!reply) return
    if (!reply.ok) return this.setData({ refusal: presentFailure(reply.error) })
    this.setData({ words: '' })
    this.onClose()
    await this.loadReports()
  },
  onWay() {
    this.setData({ refusal: null })
  },
})
