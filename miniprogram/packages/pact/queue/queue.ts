// Decides how a held post is reviewed: read with its marked words, let through (screens.md 3.19, G01).
import type { HeldLetter, HeldLetters, Input } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { newLongList } from '../../../services/long-list'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentLetters, type HeldLetterView } from './letters'
import { RETURN_WORDS, presentHeld } from './present'
import type { HeldView } from './present'

const decide = createSender('review.decide')
const keep = createSender('evidence.keep')
const decideLetter = createSender('letter.decide')

definePage({
  data: {
    items: [] as HeldView[],
    /** Letters of families for their head teacher, of staff and to the principal for the leaders (G02). */
    letters: [] as HeldLetterView[],
    lettersLeft: 0,
    ready: RETURN_WORDS,
    /** 政教处 reads and decides nothing (M17). */
    decides: true,
    /** An own post waits, and no other leader could look at it (G01). */
    alone: false,
    canInvite: false,
  },
  /** `classId`: its head teacher looks at its subject teachers' posts (G01). */
  query: { schoolId: '', classId: '' },
  held: newLongList<HeldLetters, HeldLetter>(({ letters }) => letters),
  /** Photos that have been opened. */
  seen: [] as string[],
  reads: 'review.list',
  list: 'items',
  actsAs({ role, schoolId, classId, office }, query) {
    if (query.classId) return role === 'head_teacher' && classId === query.classId
    return (isLeader(role) || office === 'discipline') && schoolId === query.schoolId
  },
  ask({ schoolId, classId }) {
    return { schoolId, ...(classId && { classId }) }
  },
  present({ items, isOnlyLeader }) {
    const { role } = currentIdentity() ?? {}
    return {
      items: items.map((item) => presentHeld(item, Date.now(), role === 'principal')),
      decides: isLeader(role) || role === 'head_teacher',
      alone: isOnlyLeader && items.some(({ isMine }) => isMine),
      canInvite: role === 'principal',
    }
  },
  async load() {
    const reply = await this.read()
    if (reply.ok && this.data.decides) await this.loadLetters()
  },
  lettersAsked(): Input<'letter.held'> {
    const { schoolId, classId } = this.query
    return classId ? { of: 'class', classId } : { of: 'school', schoolId }
  },
  async loadLetters() {
    const reply = await call('letter.held', this.lettersAsked())
    if (!reply.ok) return
    this.held.begin(reply.data)
    this.showLetters()
  },
  showLetters() {
    const { rows, left } = this.held
    this.setData({ letters: presentLetters(rows, Date.now()), lettersLeft: left })
  },
  async onMoreLetters() {
    if (await this.held.more((after) => call('letter.held', { ...this.lettersAsked(), after }))) this.showLetters()
  },
  onLetterPhoto(event: TapEvent) {
    const { photos = [] } = this.letterOf(event.currentTarget.dataset['id']) ?? {}
    const urls = photos.flatMap(({ url }) => url || [])
    const current = photos[event.currentTarget.dataset['at'] as number]?.url
    if (current) void wx.previewImage({ urls, current })
  },
  letterOf(letterId: unknown): HeldLetterView | undefined {
    return this.data.letters.find((each) => each.letterId === letterId)
  },
  async onApproveLetter(event: TapEvent) {
    await this.answerLetter(event.currentTarget.dataset['id'], 'approve')
  },
  async answerLetter(letterId: string, decision: 'approve' | 'return', words?: string) {
    const talkId = this.letterOf(letterId)?.talkId
    if (!talkId) return
    const input = { talkId, letterId, decision, ...(words !== undefined && { words }) }
    if (await this.act(() => decideLetter(input), letterId)) await this.load()
  },
  /** A photo WeChat calls risky is opened first; then it takes a second word. */
  async onApprove(event: TapEvent) {
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
    await this.answerWith({ noticeId, decision: 'approve', ...(risky.length > 0 && { seen: risky }) })
  },
  /** One tap: it comes back to its author, to be said to the family (G17). */
  onTalk(event: TapEvent) {
    void this.answerWith({ noticeId: event.currentTarget.dataset['id'] as string, decision: 'talk' })
  },
  async onKeep(event: TapEvent) {
    const item = this.itemOf(event)
    if (!item || item.kept) return
    const { noticeId } = item
    if (!(await this.act(() => keep({ noticeId }), noticeId))) return
    this.setData({ items: this.data.items.map((each) => (each === item ? { ...each, kept: true } : each)) })
  },
  itemOf(event: TapEvent): HeldView | undefined {
    return this.data.items.find(({ noticeId }) => noticeId === event.currentTarget.dataset['id'])
  },
  onReturn(event: TapEvent) {
    this.openPanel(event.currentTarget.dataset['id'])
  },
  async onRefuse(event: TapEvent) {
    const noticeId: string = event.currentTarget.dataset['id']
    const { confirm } = await wx.showModal({
      title: '不予发出',
      content: '这份内容不会发出，也不能再改；记录会保留。',
      confirmText: '不予发出',
    })
    if (confirm) await this.answerWith({ noticeId, decision: 'refuse' })
  },
  onSendReturn({ detail: { words } }: ToldEvent<{ words: string }>) {
    const { panel } = this.data
    if (this.letterOf(panel)) void this.answerLetter(panel, 'return', words)
    else void this.answerWith({ noticeId: panel, decision: 'return', words })
  },
  async answerWith(input: Parameters<typeof decide>[0]) {
    if (await this.act(() => decide(input), input.noticeId)) await this.load()
  },
  onInvite() {
    openPage(ROUTES.officeInvite({ schoolId: this.query.schoolId, office: 'office' }))
  },
  onRule(event: TapEvent) {
    const { rule, version } = event.currentTarget.dataset as { rule: string; version: number }
    openPage(ROUTES.pact({ schoolId: this.query.schoolId, rule, version }))
  },
  onPhoto(event: TapEvent) {
    const item = this.itemOf(event)
    if (item) this.showPhoto(item, event.currentTarget.dataset['file'] as string)
  },
  showPhoto({ photos }: HeldView, fileId: string) {
    this.seen = [...this.seen, fileId]
    const current = photos.find((each) => each.fileId === fileId)?.url ?? ''
    void wx.previewImage({ urls: photos.map(({ url }) => url), current })
  },
})
