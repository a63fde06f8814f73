// Decides how somebody comes in: reads the invitation, says who they are, agrees, joins (M12).
import { limits, type Relation } from '@class-pact/core/contract'
import { isRuleId } from '@class-pact/core/pact'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { ROUTES, openPage, openTab, replacePage } from '../../../services/routes'
import { titleOf } from '@class-pact/core/pact-words'
import { readToken } from '../../../domains/join/scan'
import { chooseIdentity, refreshSession } from '../../../services/session'
import { RELATION_OPTIONS, SUBJECT_OPTIONS, presentInvitation, previewCard, type InviteView } from './present'

const joinGuardian = createSender('join.guardian')
const joinStaff = createSender('join.staff')
const requestSeat = createSender('seat.request')
const requestMove = createSender('move.request')

definePage({
  data: {
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
    /** A seat that they have with another account is being asked for (M13). */
    moving: false,
    reason: '',
    reasonMax: limits.WORDS_MAX,
  },
  query: { token: '', scene: '' },
  token: '',
  isForFamily: true,
  refusesOnTop: true,
  reads: 'invitation.read',
  onLoad() {
    const { token, scene } = this.query
    this.token = token || (readToken(scene) ?? scene)
    void this.load()
  },
  ask() {
    return { token: this.token }
  },
  present(invitation) {
    return { view: presentInvitation(invitation) }
  },
  async load() {
    const reply = await this.read()
    const ended = !reply.ok && (reply.error.code === 'INVITATION_INVALID' || reply.error.code === 'INPUT_INVALID')
    if (ended) this.setData({ ended: true, 'frame.view': 'ready' })
    const { applicationId = '' } = this.data.view ?? {}
    if (applicationId) replacePage(ROUTES.joinStatus({ applicationId, token: this.token }))
  },
  onRelation(event: ToldEvent<{ value: Relation }>) {
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
  onSubjectChip(event: ToldEvent<{ value: string }>) {
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
    await submitOnce(this, () =>
      view?.purpose === 'staff' || view?.purpose === 'office' ? this.joinAsStaff() : this.joinAsGuardian(),
    )
  },
  async joinAsGuardian() {
    const { relation, childName, personName, phone } = this.data
    if (!relation) return
    const reply = await joinGuardian({
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
    const lines = this.answer?.pactLines
      .map(({ rule, params }) => (isRuleId(rule) ? titleOf(rule, params) : ''))
      .filter(Boolean)
      .join('\n')
    replacePage(ROUTES.joinStatus({ joined: this.data.view?.className ?? '', lines }))
  },
  async joinAsStaff() {
    const { personName: name, subject } = this.data
    const reply = await joinStaff({ token: this.token, consent: true, name, ...(subject && { subject }) })
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
  onWay(event: ToldEvent<{ code: string }>) {
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
    const asked = await this.act(() =>
      requestSeat({
        from: 'door',
        token: this.token,
        consent: true,
        guardianName: personName,
        relation,
        reason,
        ...(childName && { childName }),
      }),
    )
    this.setData({ asking: false })
    if (asked) replacePage(ROUTES.joinStatus({ applicationId: asked.applicationId, token: this.token }))
  },
  onMoving() {
    this.setData({ moving: true, refusal: null })
  },
  onMovingClose() {
    this.setData({ moving: false })
  },
  /** The other account and the head teacher say whether it is the same person (M13). */
  async onAskMove() {
    const { relation, childName, personName: guardianName } = this.data
    if (!relation || !guardianName) return
    const input = { token: this.token, consent: true, guardianName, relation } as const
    const asked = await this.act(() => requestMove({ ...input, ...(childName && { childName }) }))
    this.setData({ moving: false })
    if (asked) replacePage(ROUTES.move({ moveId: asked.moveId }))
  },
  /** M03: nothing is stored, the sentence says who comes in. */
  onPupil() {
    this.refuse({ code: 'PUPIL_REFUSED' })
  },
  onDecline() {
    openTab('today')
  },
})
