// Decides how somebody is asked in: one card, sent to one person, that opens the door for seven days (screens.md 3.16).
import { limits } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, goBack, openPage, openTab, replacePage } from '../../../services/routes'
import { currentIdentity, openSession, switchTo } from '../../../services/session'
import { openPages } from '../../../domains/join/print'
import { listFree, offerPurposes, presentInvitation } from './present'
import type { CardView, Purpose } from './present'

const create = createSender('invitation.create')
const requestSeat = createSender('seat.request')

definePage({
  data: {
    purposes: [] as { value: Purpose; label: string }[],
    purpose: 'class' as Purpose,
    card: null as CardView | null,
    free: [] as { childId: string; no: string; name: string; text: string }[],
  },
  query: { classId: '', childId: '', as: '' as Purpose | '' },
  path: '',

  async onLoad() {
    const { classId, childId, as } = this.query
    void wx.updateShareMenu({ isPrivateMessage: true })
    const session = await openSession()
    if (!session.ok) return this.refuse(session.error)
    switchTo(({ role, ...each }) =>
      childId && role === 'guardian'
        ? each.childId === childId
        : role !== 'guardian' && (!each.classId || each.classId === classId),
    )
    const role = currentIdentity()?.role
    const purposes = childId ? [] : offerPurposes(role)
    const purpose = as || (purposes[0]?.value ?? 'class')
    this.setData({ purposes, purpose })
    await this.prepare(purpose)
    if (purposes.length > 0) await this.listChildren()
  },
  /** Makes the card; a new one for each purpose, so that a teacher's never opens the families' door. */
  async prepare(purpose: Purpose) {
    const { classId, childId } = this.query
    this.setData({ card: null, refusal: null })
    const made = await create(
      childId
        ? { purpose: 'child', classId, childId }
        : purpose === 'class'
          ? { purpose, classId }
          : { purpose: 'staff', classId, role: purpose },
    )
    if (!made.ok) return this.refuse(made.error)
    const read = await call('invitation.read', { token: made.data.token })
    if (!read.ok) return this.refuse(read.error)
    this.path = made.data.path
    this.setData({ card: presentInvitation(read.data) })
  },
  async listChildren() {
    const reply = await call('class.members', { classId: this.query.classId })
    if (reply.ok) this.setData({ free: listFree(reply.data) })
  },
  onPurpose(event: ToldEvent<{ value: Purpose }>) {
    const { value } = event.detail
    if (value === this.data.purpose) return
    this.setData({ purpose: value })
    void this.prepare(value)
  },
  /** One page with a code, for the wall or for those without a group (screens.md 3.16). */
  async onPrint() {
    const schoolId = currentIdentity()?.schoolId
    const { classId } = this.query
    if (schoolId) await this.act(() => openPages({ schoolId, classId, of: 'families' }))
  },
  onChild(event: TapEvent) {
    openPage(
      ROUTES.classInvite({ classId: this.query.classId, childId: event.currentTarget.dataset['child'] as string }),
    )
  },
  /** The picture is ours: a screenshot could show names. */
  onShareAppMessage() {
    return { title: this.data.card?.share ?? '家校约', path: `/${this.path}`, imageUrl: '/assets/invitation.png' }
  },
  /** The head teacher decides on a third seat; then this card can be sent (M01). */
  async askSeat() {
    const { childId } = this.query
    const placeholderText = '为什么需要，如平时由奶奶接送'
    const asked = await wx.showModal({ title: '申请第三个席位', editable: true, placeholderText, confirmText: '提交' })
    const reason = asked.content?.trim().slice(0, limits.WORDS_MAX)
    if (!asked.confirm || !reason) return
    const reply = await requestSeat({ from: 'family', childId, reason })
    if (!reply.ok) return this.refuse(reply.error)
    replacePage(ROUTES.joinStatus({ applicationId: reply.data.applicationId }))
  },
  onWay(event: ToldEvent<{ code: string }>) {
    const { code } = event.detail
    if (code === 'back_to_today') openTab('today')
    else if (code === 'retry') void this.prepare(this.data.purpose)
    else if (code === 'apply_third_seat' && currentIdentity()?.role === 'guardian') void this.askSeat()
    else if (currentIdentity()?.role === 'guardian') goBack()
    else replacePage(ROUTES.members({ classId: this.query.classId }))
  },
})
