// Decides what happens on a notice's page: opening marks read, signing needs ink or a name, one reply a child.
import type { NoticeDetail, NoticeDraft } from '@class-pact/core/contract'
import { call, createSender, type PhoneError } from '../../../services/cloud'
import { readDraft, saveDraft } from '../../../services/drafts'
import { formatClass } from '../../../services/format'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentError, type Refusal } from '../../../services/sentences'
import { currentIdentity, openSession, switchTo } from '../../../services/session'
import { uploadAll } from '../../../services/upload'
import { draftKeyOf, reopenForm } from '../compose/form'
import { pickChild, presentDetail, type DetailView } from './present'

/** What the page asks its pad. */
interface PadComponent {
  exportInk(): Promise<string>
  clear(): void
}

Page({
  data: {
    frame: newFrame(),
    view: null as DetailView | null,
    /** 不便手写，输入姓名 */
    typing: false,
    typedName: '',
    hasInk: false,
    /** The seal lands once. */
    fresh: false,
    refusal: null as Refusal | null,
  },
  noticeId: '',
  classId: '',
  notice: undefined as NoticeDetail | undefined,
  sign: createSender('slip.sign'),
  async onLoad({ noticeId = '', classId = '' }) {
    this.noticeId = noticeId
    this.classId = classId
    await this.enter()
    await this.reload()
    this.markRead()
  },
  onShow() {
    dressPage(this)
  },
  /** A message opens the page for whoever it concerns. */
  async enter() {
    const session = await openSession()
    if (!session.ok) return
    const before = currentIdentity()
    if (before && (before.classId === this.classId || before.classId === undefined)) return
    const now = switchTo(({ classId }) => classId === this.classId)
    if (!now) return
    const name = now.childName ?? now.card
    void wx.showToast({ title: `已切换到：${name}（${formatClass(now.className ?? now.schoolName)}）`, icon: 'none' })
  },
  async reload() {
    const { noticeId, classId } = this
    await loadPage(this, 'notice.read', { noticeId, classId }, (notice) => {
      this.notice = notice
      return this.presentFor(notice, pickChild(notice, this.data.view?.childId ?? ''))
    })
  },
  presentFor(notice: NoticeDetail, childId: string) {
    const isStaff = currentIdentity()?.role !== 'guardian'
    return { view: presentDetail(notice, childId, Date.now(), isStaff), fresh: false }
  },
  /** Opening marks read, for every own child, in the background. */
  markRead() {
    const { noticeId, classId } = this
    const unread = this.notice?.mine.filter(({ state }) => state === 'unread' || state === 'not_reminded') ?? []
    for (const { childId } of unread) void call('slip.markRead', { noticeId, classId, childId })
  },
  onChild(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.showChild(event.detail.value)
  },
  showChild(childId: string) {
    if (!this.notice) return
    this.setData({ ...this.presentFor(this.notice, childId), hasInk: false, typedName: '', refusal: null })
    this.pad()?.clear()
  },
  pad(): PadComponent | undefined {
    return (this.selectComponent('#pad') as unknown as PadComponent | null) ?? undefined
  },
  onInk(event: WechatMiniprogram.CustomEvent<{ has: boolean }>) {
    this.setData({ hasInk: event.detail.has })
  },
  onRewrite() {
    this.pad()?.clear()
  },
  onWide() {
    ;(this.selectComponent('#pad') as unknown as { openWide(): void } | null)?.openWide()
  },
  onTyping() {
    this.setData({ typing: !this.data.typing, hasInk: false, typedName: '' })
  },
  onTypedName(event: WechatMiniprogram.Input) {
    this.setData({ typedName: event.detail.value })
  },
  async onAct() {
    const { view, frame } = this.data
    if (!view?.act || frame.offline || !this.notice) return
    void askReminders(['notice'])
    await submitOnce(this, () => (this.notice?.replyMode === 'sign' ? this.submitSignature() : this.submit({})))
  },
  async submitSignature() {
    const { typing, typedName } = this.data
    if (typing) return this.submit({ typedName: typedName.trim() })
    const ink = await this.pad()?.exportInk()
    if (!ink) return
    const uploaded = await uploadAll('signature', [ink])
    if (uploaded.ok) await this.submit({ signature: uploaded.data[0] })
    else await this.refuse(uploaded.error)
  },
  async submit(proof: { signature?: string; typedName?: string }) {
    const { notice, noticeId, classId } = this
    const childId = this.data.view?.childId
    if (!notice || !childId) return
    const reply = await this.sign({ noticeId, classId, childId, version: notice.version, ...proof })
    if (!reply.ok) return this.refuse(reply.error)
    await this.reload()
    this.setData({ fresh: reply.data.first, refusal: null, typing: false, hasInk: false })
  },
  /** The text changed or the notice closed meanwhile: the page shows what is true now, the card says why. */
  async refuse(error: PhoneError) {
    this.setData({ refusal: presentError(error, { now: Date.now() }) })
    if (error.code === 'NOTICE_CHANGED' || error.code === 'NOTICE_STATE') {
      this.pad()?.clear()
      await this.reload()
      void wx.pageScrollTo({ scrollTop: 0 })
    }
  },
  async onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const { code } = event.detail
    if (code === 'retry') await this.onAct()
    else if ((code === 'edit' || code === 'private_talk') && this.notice?.draft)
      await this.mend(this.notice.draft, code === 'private_talk')
    else if (code === 'back_to_today' || code === 'contact_teacher') openTab('today')
    else this.setData({ refusal: null })
  },
  /** A returned notice becomes the draft that is being written; one that waits there is asked for first. */
  async mend(draft: NoticeDraft, toFamily: boolean) {
    const key = draftKeyOf(currentIdentity())
    if (readDraft(key)) {
      const { confirm } = await wx.showModal({
        title: '替换草稿',
        content: '还有一份没写完的草稿，修改这份会替换它。',
        confirmText: '替换',
      })
      if (!confirm) return
    }
    saveDraft(key, reopenForm(this.noticeId, draft, this.notice?.photos ?? []))
    openPage(ROUTES.compose(toFamily ? { to: 'child' } : {}))
  },
  onNextChild() {
    const next = this.data.view?.nextChildId
    if (next) this.showChild(next)
  },
  onArchive() {
    const { noticeId, classId, data } = this
    openPage(ROUTES.archive({ noticeId, classId, childId: data.view?.childId ?? '' }))
  },
  onBoard() {
    openPage(ROUTES.board({ noticeId: this.noticeId, classId: this.classId }))
  },
  async onWithdraw() {
    const { confirm } = await wx.showModal({
      title: '撤回这份通知',
      content: '撤回后不会送达，内容还在草稿里。',
      confirmText: '撤回',
    })
    if (!confirm) return
    await submitOnce(this, async () => {
      const reply = await call('notice.withdraw', { noticeId: this.noticeId })
      if (!reply.ok) return this.refuse(reply.error)
      await this.reload()
    })
  },
})
