// Decides how leaders read what supervisors tell them, and answer it (screens.md 3.4, 3.19, M06).
import { limits, type Report, type ReportList } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { presentFailure } from '../../../services/refusals'
import { openTab } from '../../../services/routes'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { presentReports, type ReportView } from './present'

const answer = createSender('report.answer')

Page({
  data: {
    frame: newFrame(),
    reports: [] as ReportView[],
    left: 0,
    loaded: false,
    /** The report that is being answered. */
    answering: '',
    words: '',
    wordsMax: limits.WORDS_MAX,
    wordsRefusal: null as Refusal | null,
    refusal: null as Refusal | null,
  },
  schoolId: '',
  list: newLongList<ReportList, Report>(({ reports }) => reports),

  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { schoolId } = this
    await loadPage(
      this,
      'report.list',
      () => {
        switchTo((each) => isLeader(each.role) && each.schoolId === schoolId)
        return { of: 'school' as const, schoolId }
      },
      (first) => {
        this.list.begin(first)
        return { ...this.present(), loaded: true }
      },
    )
  },
  present() {
    const { rows, left } = this.list
    return { reports: presentReports(rows, Date.now()), left }
  },
  async onMore() {
    const { schoolId } = this
    const came = await this.list.more((after) => call('report.list', { of: 'school', schoolId, after }))
    if (came) this.setData(this.present())
  },
  onAnswer(event: WechatMiniprogram.TouchEvent) {
    const answering: string = event.currentTarget.dataset['id']
    this.setData({ answering, words: '', wordsRefusal: null, refusal: null })
    lockScroll(this, true)
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, wordsRefusal: null })
  },
  onMendWords() {
    this.setData({ wordsRefusal: null })
  },
  onClose() {
    this.setData({ answering: '' })
    lockScroll(this, false)
  },
  async onSend() {
    const words = this.data.words.trim()
    const reportId = this.data.answering
    if (!words) return
    const reply = await submitOnce(this, () => answer({ reportId, words }))
    if (!reply) return
    // The words stay where they are, to be mended.
    if (!reply.ok && reply.error.field === 'words') return this.setData({ wordsRefusal: presentFailure(reply.error) })
    this.onClose()
    if (reply.ok) await this.load()
    else this.setData({ refusal: presentFailure(reply.error) })
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
})
