// Decides what happens on a notice's page: opening marks read, signing needs ink or a name, one reply a child.
import { limits } from '@class-pact/core/contract'
import type { NoticeDetail, NoticeDraft, NoticeForm, QuestionCount } from '@class-pact/core/contract'
import { call, createSender, type PhoneError, type PhoneErrorCode } from '../../../services/cloud'
import { readDraft, saveDraft } from '../../../services/drafts'
import { formatClass } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import {
  currentIdentity,
  isTeacher,
  openSession,
  ownChildren,
  readingIdentity,
  switchTo,
} from '../../../services/session'
import { uploadAll } from '../../../services/upload'
import { WITHDRAW_WORDS } from '../../../domains/notice/words'
import { keepAmending } from '../../../domains/notice/amending'
import { keepForTalk } from '../../../domains/talk/drafts'
import { draftKeyOf, reopenForm } from '../../../domains/notice/draft'
import type { FilledAnswer } from '../../../components/form-fill/fill'
import { pickChild, presentDetail, type DetailView } from './present'
import { handIn, keepSheet, openSheet } from './sheet'

/** What the page asks its pad. */
interface PadComponent {
  exportInk(): Promise<string>
  clear(): void
}

const sign = createSender('slip.sign')
const withdraw = createSender('notice.withdraw')

/** What the page shows is not so any more. */
const GONE_ON: PhoneErrorCode[] = ['NOTICE_CHANGED', 'NOTICE_STATE', 'ANSWERS_LOCKED', 'ANSWER_CHANGED']

definePage({
  data: {
    view: null as DetailView | null,
    /** 不便手写，输入姓名 */
    typing: false,
    typedName: '',
    /** What a letter asks for; it may stay empty. */
    opinion: '',
    opinionMax: limits.OPINION_MAX,
    hasInk: false,
    withdrawWords: WITHDRAW_WORDS,
    /** 填表: the sheet as it is being written. */
    filled: [] as FilledAnswer[],
    results: null as { form: NoticeForm; total: number; questions: QuestionCount[] } | null,
    /** The seal lands once. */
    fresh: false,
    /** A family asks about this notice. */
    canWrite: false,
  },
  query: { noticeId: '', classId: '' },
  isForFamily: true,
  reads: 'notice.read',
  async onLoad() {
    await this.enter()
    await this.load()
    this.markRead()
  },
  /** A message opens the page for whoever it concerns. */
  async enter() {
    const session = await openSession()
    if (!session.ok) return
    const before = currentIdentity()
    const wanted = this.query.classId
    if (before && (before.classId === wanted || before.classId === undefined)) return
    const now = switchTo(({ classId }) => classId === wanted)
    if (!now) return
    const name = now.childName ?? now.card
    void wx.showToast({ title: `已切换到：${name}（${formatClass(now.className ?? now.schoolName)}）`, icon: 'none' })
  },
  ask({ noticeId, classId }) {
    return { noticeId, classId }
  },
  present(notice): object {
    return this.presentFor(notice, pickChild(notice, this.data.view?.childId ?? ''))
  },
  presentFor(notice: NoticeDetail, childId: string) {
    const isStaff = readingIdentity()?.role !== 'guardian'
    const { form, results } = notice
    return {
      view: presentDetail(notice, childId, Date.now(), isStaff),
      filled: openSheet(notice, childId),
      results: form && results ? { form, ...results } : null,
      fresh: false,
      canWrite: !isStaff && ownChildren().some((own) => own.childId === childId),
    }
  },
  /** Opening marks read, for every own child, in the background. */
  markRead() {
    const { noticeId, classId } = this.query
    const unread = this.answer?.mine.filter(({ state }) => state === 'unread' || state === 'not_reminded') ?? []
    for (const { childId } of unread) void call('slip.markRead', { noticeId, classId, childId })
  },
  onChild(event: ToldEvent<{ value: string }>) {
    this.showChild(event.detail.value)
  },
  showChild(childId: string) {
    if (!this.answer) return
    this.setData({ ...this.presentFor(this.answer, childId), hasInk: false, typedName: '', opinion: '', refusal: null })
    this.pad()?.clear()
  },
  pad(): PadComponent | undefined {
    return (this.selectComponent('#pad') as unknown as PadComponent | null) ?? undefined
  },
  onInk(event: ToldEvent<{ has: boolean }>) {
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
  onOpinion(event: WechatMiniprogram.Input) {
    this.setData({ opinion: event.detail.value })
  },
  async onAct() {
    const { view, frame } = this.data
    if (!view?.act || frame.offline || !this.answer) return
    void askReminders(['notice'])
    await submitOnce(this, () => this.submitReply())
  },
  submitReply(): Promise<void> {
    if (this.answer?.replyMode === 'form') return this.submitSheet()
    return this.answer?.replyMode === 'sign' ? this.submitSignature() : this.submit({})
  },
  /** Kept while one fills in: nothing typed is lost. */
  onFilled(event: ToldEvent<{ filled: FilledAnswer[] }>) {
    const { filled } = event.detail
    this.setData({ filled })
    if (this.answer) keepSheet(this.answer, this.data.view?.childId ?? '', filled)
  },
  async submitSheet() {
    const { answer: notice } = this
    const childId = this.data.view?.childId
    const fill = this.selectComponent('#fill') as unknown as { finish(): Promise<FilledAnswer[] | undefined> } | null
    const filled = await fill?.finish()
    if (!notice || !childId) return
    if (!filled) return void wx.showToast({ title: '有问题还没填好', icon: 'none' })
    const reply = await handIn(notice, childId, filled)
    if (!reply.ok) return this.stop(reply.error)
    await this.load()
    this.setData({ refusal: null })
    void wx.showToast({ title: '已提交', icon: 'success' })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  async submitSignature() {
    const { typing, typedName } = this.data
    if (typing) return this.submit({ typedName: typedName.trim() })
    const ink = await this.pad()?.exportInk()
    if (!ink) return
    const uploaded = await uploadAll('signature', [ink])
    if (uploaded.ok) await this.submit({ signature: uploaded.data[0] })
    else await this.stop(uploaded.error)
  },
  async submit(proof: { signature?: string; typedName?: string }) {
    const { answer: notice } = this
    const childId = this.data.view?.childId
    if (!notice || !childId) return
    const opinion = this.data.view?.asksOpinion ? this.data.opinion.trim() : ''
    const said = { ...proof, ...(opinion && { opinion }) }
    const reply = await sign({ ...this.query, childId, version: notice.version, ...said })
    if (!reply.ok) return this.stop(reply.error)
    await this.load()
    this.setData({ fresh: reply.data.first, refusal: null, typing: false, hasInk: false })
  },
  /** The text changed or the notice closed meanwhile: the page shows what is true now, the card says why. */
  async stop(error: PhoneError) {
    this.refuse(error)
    if (GONE_ON.includes(error.code)) {
      this.pad()?.clear()
      await this.load()
      void wx.pageScrollTo({ scrollTop: 0 })
    }
  },
  async onWay(event: ToldEvent<{ code: string }>) {
    const { code } = event.detail
    if (code === 'retry') await this.onAct()
    else if (code === 'leave_form') openPage(ROUTES.leaveForm({ childId: this.data.view?.childId ?? '' }))
    else if (code === 'confirm_card') openPage(ROUTES.card({ childId: this.data.view?.childId ?? '' }))
    else if (code === 'private_talk' && this.answer?.draft) await this.toTalk(this.answer.draft)
    else if (code === 'edit' && this.answer?.draft) await this.mend(this.answer.draft, false)
    else if (code === 'back_to_today' || code === 'contact_teacher') openTab('today')
    else this.setData({ refusal: null })
  },
  /** 请私下和家长说: the words go on as a letter; whoever may not write one sends the notice to one family (G17). */
  async toTalk(draft: NoticeDraft) {
    const { classId } = this.query
    if (!isTeacher(currentIdentity()?.role)) return this.mend(draft, true)
    const childId = draft.audience.to === 'child' ? draft.audience.childId : undefined
    keepForTalk(classId, { matter: draft.title, words: draft.body.slice(0, limits.LETTER_MAX) })
    openPage(ROUTES.talkWrite({ classId, ...(childId && { childId }) }))
  },
  onWrite() {
    const { childId = '', sheet } = this.data.view ?? {}
    openPage(ROUTES.talkWrite({ childId, matter: sheet?.title.slice(0, limits.MATTER_MAX) }))
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
    const { photos = [], documents } = this.answer ?? {}
    saveDraft(key, reopenForm(this.query.noticeId, draft, { photos, documents }))
    openPage(ROUTES.compose(toFamily ? { to: 'child' } : {}))
  },
  onCall(event: TapEvent) {
    wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset['phone'], fail: () => undefined })
  },
  onNextChild() {
    const next = this.data.view?.nextChildId
    if (next) this.showChild(next)
  },
  onArchive() {
    openPage(ROUTES.archive({ ...this.query, childId: this.data.view?.childId ?? '' }))
  },
  onBoard() {
    openPage(ROUTES.board(this.query))
  },
  onChanges() {
    openPage(ROUTES.changes(this.query))
  },
  onAmend() {
    const noticeId = this.answer && keepAmending(this.answer)
    if (noticeId) openPage(ROUTES.compose({ noticeId }))
  },
  onCorrection(event: TapEvent) {
    openPage(ROUTES.notice({ ...this.query, noticeId: event.currentTarget.dataset['id'] }))
  },
  onWithdrawOut() {
    this.openPanel('withdraw', {})
  },
  /** It is out: whoever has read it is told why it is no more. */
  async onReason(event: ToldEvent<{ words: string }>) {
    const { noticeId } = this.query
    if (!(await this.act(() => withdraw({ noticeId, reason: event.detail.words })))) return
    this.onClosePanel()
    await this.load()
  },
  async onWithdraw() {
    const { confirm } = await wx.showModal({
      title: '撤回这份通知',
      content: '撤回后不会送达，内容还在草稿里。',
      confirmText: '撤回',
    })
    if (!confirm) return
    await submitOnce(this, async () => {
      const reply = await withdraw({ noticeId: this.query.noticeId })
      if (!reply.ok) return this.stop(reply.error)
      await this.load()
    })
  },
})
