// Decides how somebody comes in: reads the invitation, says who they are, agrees, joins; not agreeing stores nothing (M12).
import { limits, type InvitationView, type Relation } from '@class-pact/core/contract'
import { isRuleId } from '@class-pact/core/pact'
import { createSender, type PhoneError } from '../../../services/cloud'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { ROUTES, openPage, openTab, replacePage } from '../../../services/routes'
import { titleOf } from '../../../services/rule-titles'
import { readToken } from '../../../services/scan'
import { presentError, type Refusal } from '../../../services/sentences'
import { chooseIdentity, refreshSession } from '../../../services/session'
import { RELATION_OPTIONS, SUBJECT_OPTIONS, presentInvitation, previewCard, type InviteView } from './present'

Page({
  data: {
    frame: newFrame(),
    relations: RELATION_OPTIONS,
    subjects: SUBJECT_OPTIONS,
    nameMax: limits.NAME_MAX,
    view: null as InviteView | null,
    ended: false,
    relation: '' as Relation | '',
    childName: '',
    personName: '',
    phone: '',
    subject: '',
    card: '',
    /** A third seat is being asked for. */
    asking: false,
    reason: '',
    reasonMax: limits.WORDS_MAX,
    refusal: null as Refusal | null,
  },
  token: '',
  invitation: undefined as InvitationView | undefined,
  joinGuardian: createSender('join.guardian'),
  joinStaff: createSender('join.staff'),
  requestSeat: createSender('seat.request'),
  onLoad({ token = '', scene = '' }) {
    const scanned = decodeURIComponent(scene)
    this.token = token || (readToken(scanned) ?? scanned)
    void this.reload()
  },
  onShow() {
    dressPage(this)
  },
  async reload() {
    const reply = await loadPage(this, 'invitation.read', { token: this.token }, (invitation) => {
      this.invitation = invitation
      return { view: presentInvitation(invitation) }
    })
    const ended = !reply.ok && (reply.error.code === 'INVITATION_INVALID' || reply.error.code === 'INPUT_INVALID')
    if (ended) this.setData({ ended: true, 'frame.view': 'ready' })
    const { applicationId = '' } = this.data.view ?? {}
    if (applicationId) replacePage(ROUTES.joinStatus({ applicationId, token: this.token }))
  },
  onRelation(event: WechatMiniprogram.CustomEvent<{ value: Relation }>) {
    this.setData({ relation: event.detail.value })
    this.showCard()
  },
  onChildName(event: WechatMiniprogram.Input) {
    this.setData({ childName: event.detail.value.trim() })
    this.showCard()
  },
  onPersonName(event: WechatMiniprogram.Input) {
    this.setData({ personName: event.detail.value.trim() })
  },
  onPhone(event: WechatMiniprogram.Input) {
    this.setData({ phone: event.detail.value.trim() })
  },
  onSubjectChip(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ subject: event.detail.value })
  },
  onSubject(event: WechatMiniprogram.Input) {
    this.setData({ subject: event.detail.value.trim() })
  },
  showCard() {
    const { view, childName, relation } = this.data
    this.setData({ card: previewCard(view?.childName || childName, relation) })
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  async onJoin() {
    const { view } = this.data
    await submitOnce(this, () => (view?.purpose === 'staff' ? this.joinAsStaff() : this.joinAsGuardian()))
  },
  async joinAsGuardian() {
    const { relation, childName, personName, phone } = this.data
    if (!relation) return
    const reply = await this.joinGuardian({
      token: this.token,
      consent: true,
      relation,
      ...(childName && { childName }),
      ...(personName && { guardianName: personName }),
      ...(phone && { phone }),
    })
    if (!reply.ok) return this.refuse(reply.error)
    if (reply.data.outcome === 'applied') {
      replacePage(ROUTES.joinStatus({ applicationId: reply.data.applicationId, token: this.token }))
      return
    }
    await this.enter(reply.data.identity.key)
    const lines = this.invitation?.pactLines
      .map(({ rule, params }) => (isRuleId(rule) ? titleOf(rule, params) : ''))
      .filter(Boolean)
      .join('\n')
    replacePage(ROUTES.joinStatus({ joined: this.data.view?.className ?? '', lines }))
  },
  async joinAsStaff() {
    const { personName: name, subject } = this.data
    const reply = await this.joinStaff({ token: this.token, consent: true, name, ...(subject && { subject }) })
    if (!reply.ok) return this.refuse(reply.error)
    if (reply.data.outcome === 'applied') {
      replacePage(ROUTES.joinStatus({ applicationId: reply.data.applicationId, token: this.token }))
      return
    }
    await this.enter(reply.data.identity.key)
    openTab('today')
  },
  async enter(key: string) {
    await refreshSession()
    chooseIdentity(key)
  },
  refuse(error: PhoneError) {
    this.setData({ refusal: presentError(error, { now: Date.now() }) })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const { code } = event.detail
    if (code === 'retry') void this.onJoin()
    else if (code === 'read_privacy') this.onPrivacy()
    else if (code === 'apply_third_seat') this.setData({ asking: true, refusal: null })
    else this.setData({ refusal: null })
  },
  async onEnterJoined() {
    await this.enter(this.data.view?.joinedKey ?? '')
    openTab('today')
  },
  onReason(event: WechatMiniprogram.Input) {
    this.setData({ reason: event.detail.value.trim() })
  },
  onAskClose() {
    this.setData({ asking: false })
  },
  /** A third seat is the head teacher's to give (M01). */
  async onAskSeat() {
    const { relation, childName, personName, reason } = this.data
    if (!relation || !personName || !reason) return
    const reply = await submitOnce(this, () =>
      this.requestSeat({
        from: 'door',
        token: this.token,
        consent: true,
        guardianName: personName,
        relation,
        reason,
        ...(childName && { childName }),
      }),
    )
    if (!reply) return
    this.setData({ asking: false })
    if (!reply.ok) return this.refuse(reply.error)
    replacePage(ROUTES.joinStatus({ applicationId: reply.data.applicationId, token: this.token }))
  },
  /** M03: nothing is stored, the sentence says who comes in. */
  onPupil() {
    this.refuse({ code: 'PUPIL_REFUSED' })
  },
  onDecline() {
    openTab('today')
  },
})
