// Decides how a held post is reviewed: read with its marked words, let through, or given back with words (screens.md 3.19, G01).
import { limits, type ReviewItem, type ReviewList } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { RETURN_WORDS, presentHeld } from './present'
import type { HeldView } from './present'

const decide = createSender('review.decide')
const keep = createSender('evidence.keep')

Page({
  data: {
    frame: newFrame(),
    items: [] as HeldView[],
    left: 0,
    loaded: false,
    returning: '',
    options: RETURN_WORDS.map((label) => ({ value: label, label })),
    words: '',
    wordsMax: limits.WORDS_MAX,
    refusal: null as Refusal | null,
    wordsRefusal: null as Refusal | null,
    refusedId: '',
  },
  schoolId: '',
  list: newLongList<ReviewList, ReviewItem>(({ items }) => items),
  /** Photos that have been opened. */
  seen: [] as string[],

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
      'review.list',
      () => {
        switchTo((each) => isLeader(each.role) && each.schoolId === schoolId)
        return { schoolId }
      },
      (first) => {
        this.list.begin(first)
        return { ...this.present(), loaded: true }
      },
    )
  },
  present() {
    const { rows, left } = this.list
    return { items: rows.map((item) => presentHeld(item, Date.now())), left }
  },
  async onMore() {
    const { schoolId } = this
    if (await this.list.more((after) => call('review.list', { schoolId, after }))) this.setData(this.present())
  },
  /** A photo WeChat calls risky is opened first; then it takes a second word. */
  async onApprove(event: WechatMiniprogram.TouchEvent) {
    const item = this.itemOf(event)
    if (!item) return
    const { noticeId, risky } = item
    const unseen = risky.find((fileId) => !this.seen.includes(fileId))
    if (unseen) return this.showPhoto(item, unseen)
    if (risky.length > 0) {
      const { confirm } = await wx.showModal({
        title: '仍然通过',
        content: `微信认为有${risky.length}张照片有风险。您看过了，仍然让它发出？`,
        confirmText: '通过',
        cancelText: '不通过',
      })
      if (!confirm) return
    }
    await this.answer({ noticeId, decision: 'approve', ...(risky.length > 0 && { seen: risky }) })
  },
  /** One tap: it comes back to its author, to be said to the family (G17). */
  onTalk(event: WechatMiniprogram.TouchEvent) {
    void this.answer({ noticeId: event.currentTarget.dataset['id'] as string, decision: 'talk' })
  },
  async onKeep(event: WechatMiniprogram.TouchEvent) {
    const item = this.itemOf(event)
    if (!item || item.kept) return
    const { noticeId } = item
    const reply = await submitOnce(this, () => keep({ noticeId }))
    if (!reply) return
    if (!reply.ok) return this.refuse(noticeId, reply.error)
    this.setData({ items: this.data.items.map((each) => (each === item ? { ...each, kept: true } : each)) })
  },
  itemOf(event: WechatMiniprogram.TouchEvent): HeldView | undefined {
    return this.data.items.find(({ noticeId }) => noticeId === event.currentTarget.dataset['id'])
  },
  onReturn(event: WechatMiniprogram.TouchEvent) {
    this.setData({
      returning: event.currentTarget.dataset['id'] as string,
      words: '',
      wordsRefusal: null,
      refusal: null,
      refusedId: '',
    })
    lockScroll(this, true)
  },
  async onRefuse(event: WechatMiniprogram.TouchEvent) {
    const noticeId: string = event.currentTarget.dataset['id']
    const { confirm } = await wx.showModal({
      title: '不予发出',
      content: '这份内容不会发出，也不能再改；记录会保留。',
      confirmText: '不予发出',
    })
    if (confirm) await this.answer({ noticeId, decision: 'refuse' })
  },
  onWordChip(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: event.detail.value })
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, wordsRefusal: null })
  },
  onMendWords() {
    this.setData({ wordsRefusal: null })
  },
  onClose() {
    this.setData({ returning: '' })
    lockScroll(this, false)
  },
  onSendReturn() {
    const words = this.data.words.trim()
    if (!words) return
    void this.answer({ noticeId: this.data.returning, decision: 'return', words })
  },
  async answer(input: Parameters<typeof decide>[0]) {
    const reply = await submitOnce(this, () => decide(input))
    if (!reply) return
    // The words stay where they are, to be mended.
    if (!reply.ok && reply.error.field === 'words') return this.setData({ wordsRefusal: presentFailure(reply.error) })
    if (this.data.returning) this.onClose()
    if (reply.ok) await this.load()
    else this.refuse(input.noticeId, reply.error)
  },
  refuse(noticeId: string, error: PhoneError) {
    this.setData({ refusedId: noticeId, refusal: presentFailure(error) })
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ refusal: null, refusedId: '' })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
  onRule(event: WechatMiniprogram.TouchEvent) {
    const { rule, version } = event.currentTarget.dataset as { rule: string; version: number }
    openPage(ROUTES.pact({ schoolId: this.schoolId, rule, version }))
  },
  onPhoto(event: WechatMiniprogram.TouchEvent) {
    const item = this.itemOf(event)
    if (item) this.showPhoto(item, event.currentTarget.dataset['file'] as string)
  },
  showPhoto({ photos }: HeldView, fileId: string) {
    this.seen = [...this.seen, fileId]
    const current = photos.find((each) => each.fileId === fileId)?.url ?? ''
    void wx.previewImage({ urls: photos.map(({ url }) => url), current })
  },
})
