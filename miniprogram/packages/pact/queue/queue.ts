// Decides how a held post is reviewed: read with its marked words, let through (screens.md 3.19, G01).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { RETURN_WORDS, presentHeld } from './present'
import type { HeldView } from './present'

const decide = createSender('review.decide')
const keep = createSender('evidence.keep')

definePage({
  data: {
    items: [] as HeldView[],
    ready: RETURN_WORDS,
    /** 政教处 reads and decides nothing (M17). */
    decides: true,
    /** An own post waits, and no other leader could look at it (G01). */
    alone: false,
    canInvite: false,
  },
  /** `classId`: its head teacher looks at its subject teachers' posts (G01). */
  query: { schoolId: '', classId: '' },
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
    void this.answerWith({ noticeId: this.data.panel, decision: 'return', words })
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
