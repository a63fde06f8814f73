// Decides how a held post is reviewed: read with its marked words, let through, or given back with words (screens.md 3.19, G01).
import { limits } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { RETURN_WORDS, presentHeld } from './present'
import type { HeldView } from './present'

const decide = createSender('review.decide')

Page({
  data: {
    frame: newFrame(),
    items: [] as HeldView[],
    loaded: false,
    returning: '',
    options: RETURN_WORDS.map((label) => ({ value: label, label })),
    words: '',
    wordsMax: limits.WORDS_MAX,
    refusal: null as Refusal | null,
    refusedId: '',
  },
  schoolId: '',

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
      ({ items }) => ({ items: items.map((item) => presentHeld(item, Date.now())), loaded: true }),
    )
  },
  onApprove(event: WechatMiniprogram.TouchEvent) {
    void this.answer({ noticeId: event.currentTarget.dataset['id'] as string, decision: 'approve' })
  },
  onReturn(event: WechatMiniprogram.TouchEvent) {
    this.setData({ returning: event.currentTarget.dataset['id'] as string, words: '', refusal: null, refusedId: '' })
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
    this.setData({ words: event.detail.value })
  },
  onClose() {
    this.setData({ returning: '' })
    lockScroll(this, false)
  },
  onSendReturn() {
    const words = this.data.words.trim()
    if (!words) return
    const noticeId = this.data.returning
    this.onClose()
    void this.answer({ noticeId, decision: 'return', words })
  },
  async answer(input: Parameters<typeof decide>[0]) {
    const reply = await submitOnce(this, () => decide(input))
    if (!reply) return
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
    const { id, url } = event.currentTarget.dataset as { id: string; url: string }
    const urls = this.data.items.find(({ noticeId }) => noticeId === id)?.photos ?? [url]
    void wx.previewImage({ urls, current: url })
  },
})
