// Decides what happens on the page of a notice to the staff: opening marks read, one answer a person (N19).
import { limits, type Input } from '@class-pact/core/contract'
import { call, createSender, type PhoneError } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { presentTask, type TaskView } from './present'

const answer = createSender('task.answer')

definePage({
  data: { view: null as TaskView | null, words: '', typedName: '', wordsMax: limits.REPORT_MAX },
  query: { noticeId: '' },
  reads: 'task.read',
  refusesOnTop: true,
  async onLoad() {
    await this.load()
    const { schoolId, noticeId, mine } = this.answer ?? {}
    if (schoolId && noticeId && mine && mine.readAt === undefined) void call('task.markRead', { schoolId, noticeId })
  },
  /** Whoever works there: a family's phone finds nothing. */
  actsAs({ role }) {
    return role !== 'guardian' && role !== 'supervisor' && role !== 'stand_in'
  },
  ask({ noticeId }): Input<'task.read'> | undefined {
    const { schoolId } = currentIdentity() ?? {}
    return schoolId ? { schoolId, noticeId } : undefined
  },
  present(task) {
    return { view: presentTask(task, Date.now()) }
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ typedName: event.detail.value })
  },
  async onAct() {
    const { view, words, typedName } = this.data
    const { schoolId, noticeId, version } = this.answer ?? {}
    if (!view?.asks || !schoolId || !noticeId || version === undefined) return
    const given = {
      ...(view.asks === 'report' && { report: words.trim() }),
      ...(view.asks === 'sign' && { typedName: typedName.trim() }),
    }
    await submitOnce(this, async () => {
      const reply = await answer({ schoolId, noticeId, version, ...given })
      if (!reply.ok) return this.stop(reply.error)
      this.setData({ refusal: null })
      await this.load()
    })
  },
  async stop(error: PhoneError) {
    this.refuse(error)
    if (error.code === 'NOTICE_CHANGED' || error.code === 'NOTICE_STATE') await this.load()
  },
  onBoard() {
    openPage(ROUTES.staffBoard({ noticeId: this.query.noticeId }))
  },
  async onWithdraw() {
    const { noticeId } = this.query
    const { confirm } = await wx.showModal({ title: '撤回这份通知', content: '撤回后不会送达。', confirmText: '撤回' })
    if (confirm && (await this.act(() => call('notice.withdraw', { noticeId })))) await this.load()
  },
  onWay(event: ToldEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else if (event.detail.code === 'retry') void this.onAct()
  },
})
