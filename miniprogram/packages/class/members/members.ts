// Decides what can be done about a class's members: answer applications, invite (screens.md 3.16).
import type { Application, ApplicationList, Input, Member, Role } from '@class-pact/core/contract'
import { REMOVAL_CAUSES } from '@class-pact/core/contract'
import { call, createSender, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { newLongList } from '../../../services/long-list'
import { askPhone } from '../../../domains/class/office-phone'
import { askFamily } from '../../../domains/class/phone-call'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { plainRefusal } from '../../../services/refusals'
import { currentIdentity, isLeader } from '../../../services/session'
import { offer } from '../../../services/way-outs'
import type { WrittenChild } from '../parts/child-form/child-form'
import { REMOVAL_WORDS, presentAway, presentGuardians, presentMembers } from './present'
import type { AwayView, GuardianView, MembersView } from './present'

const updateClass = createSender('class.update')
const release = createSender('class.release')
const review = createSender('class.review')
const addChild = createSender('child.add')
/** The panel in which a new child is written; any other panel is about the child it is named after. */
const ADDING = 'add'
/** Officers look at what the cloud opens to them: the own grade (M17). */
const READERS: readonly Role[] = ['head_teacher', 'teacher', 'office', 'principal', 'officer']

const NO_CHILD = { childId: '', name: '', free: false, guardians: [] as GuardianView[] }

definePage({
  data: {
    view: null as MembersView | null,
    applications: [] as Application[],
    roll: [] as Member[],
    applicationsLeft: 0,
    canInvite: false,
    canRelease: false,
    /** The family's numbers are the head teacher's and the leaders'. */
    canCall: false,
    /** A subject teacher may open a case, and nothing else (M18). */
    canOpenCase: false,
    /** The members are looked through; ▶ says that it is done (M11). */
    reviewing: false,
    /** Whose word on children it is: the head teacher's and the leaders'. */
    away: [] as AwayView[],
    /** A child whose guardians are looked at, in the panel. */
    child: NO_CHILD,
  },
  loadsOnShow: true,
  refusesInPanel: true,
  waiting: newLongList<ApplicationList, Application>(({ applications }) => applications),
  query: { classId: '' },
  reads: 'class.members',
  actsAs({ role, classId }, query) {
    return READERS.includes(role) && (!classId || classId === query.classId)
  },
  ask({ classId }) {
    return { classId }
  },
  present(members) {
    const role = currentIdentity()?.role
    const view = presentMembers(members, Date.now())
    const canInvite = role === 'head_teacher'
    const roll = members.members
    const canRelease = isLeader(role)
    return {
      ...{ view, roll, reviewing: view.reviewDue && canInvite, canInvite, canRelease },
      ...{ canCall: canInvite || canRelease, canOpenCase: role === 'teacher', away: presentAway(members.away) },
    }
  },
  /** Whoever has just handed the class over has no business here any more (M04). */
  async onSettled() {
    await this.load()
    if (this.data.frame.view === 'forbidden') openTab('today')
  },
  async load() {
    await this.read()
    if (this.answer && this.data.canInvite) await this.loadApplications()
  },
  async loadApplications() {
    const reply = await call('application.list', this.query)
    if (!reply.ok) return this.refuse(reply.error)
    this.waiting.begin(reply.data)
    this.showApplications()
  },
  showApplications() {
    const { rows, left } = this.waiting
    this.setData({ applications: rows, applicationsLeft: left })
  },
  async onMoreApplications() {
    const { classId } = this.query
    if (await this.waiting.more((after) => call('application.list', { classId, after }))) this.showApplications()
  },

  onChild(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id']
    const member = this.answer?.members.find((each) => each.childId === childId)
    if (!member) return
    const free = member.guardians.length < member.seats
    const guardians = presentGuardians(member, this.answer?.supervisor?.card)
    this.openPanel(childId, { child: { childId, name: member.name, free, guardians } })
  },
  async onCall(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id'] ?? this.data.child.childId
    const name = this.answer?.members.find((each) => each.childId === childId)?.name ?? ''
    this.onClosePanel()
    const reply = await askFamily(childId, name)
    if (!reply.ok) return this.refuse(reply.error)
    const [first] = reply.data
    if (first) wx.makePhoneCall({ phoneNumber: first.phone, fail: () => undefined })
    else this.setData({ refusal: plainRefusal(`名单里没有${name}家的电话。`, [offer('acknowledge')]) })
  },
  /** What the head teacher can do about one guardian; choosing shows it at once. */
  async onGuardian(event: TapEvent) {
    const { childId, guardians } = this.data.child
    const found = guardians[Number(event.currentTarget.dataset['index'])]
    const { classId } = this.query
    if (!found) return
    const guardian = { childId, card: found.card, since: found.joinedAt }
    if (this.data.canOpenCase) {
      this.onClosePanel()
      return openPage(ROUTES.cases({ classId, ...guardian }))
    }
    if (!this.data.canInvite) return
    const acts: { label: string; run: () => unknown }[] = [
      { label: '处理', run: () => openPage(ROUTES.cases({ classId, ...guardian })) },
      {
        label: found.committee ? '移出家委会' : '加入家委会',
        run: () => this.change(() => call('committee.mark', { guardian, member: !found.committee })),
      },
      ...(found.committee
        ? [{ label: '设为监督员', run: () => this.change(() => call('supervisor.name', { guardian })) }]
        : []),
    ]
    acts.push({ label: '换了微信号，看申请', run: () => this.onMoves() })
    acts.push({ label: '移出：不该在这里', run: () => this.remove(guardian) })
    const chosen = await wx.showActionSheet({ itemList: acts.map(({ label }) => label) }).catch(() => undefined)
    this.onClosePanel()
    if (chosen) acts[chosen.tapIndex]?.run()
  },
  /** Not for a breach: somebody who has no business beside this child (M11). */
  async remove(guardian: Input<'member.remove'>['guardian']) {
    const itemList = REMOVAL_CAUSES.map((cause) => REMOVAL_WORDS[cause])
    const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined)
    const cause = chosen && REMOVAL_CAUSES[chosen.tapIndex]
    if (!cause) return
    const { confirm } = await wx.showModal({
      title: '移出班级',
      content: `${guardian.card}移出后立即看不到班级内容，要回来须您同意；孩子的其他家长不受影响。`,
      confirmText: '移出',
      cancelText: '不移出',
    })
    if (confirm) await this.change(() => call('member.remove', { guardian, cause }))
  },
  /** A subject teacher's access ends at once; the head teacher's own post is freed by the leaders (M13). */
  async onTeacher(event: TapEvent) {
    const teacher = this.answer?.teachers[Number(event.currentTarget.dataset['index'])]
    if (!teacher) return
    const { card, since } = teacher
    const { confirm } = await wx.showModal({
      title: '结束任教',
      content: `${card}将立即看不到本班内容；要回来，请再发邀请。`,
      confirmText: '结束',
      cancelText: '不结束',
    })
    const { classId } = this.query
    if (confirm) await this.change(() => call('teacher.remove', { classId, teacher: { card, since } }))
  },
  async onReviewed() {
    const { classId } = this.query
    await this.change(() => review({ classId }))
  },
  async change(work: () => Promise<PhoneReply<object>>) {
    if (await this.act(work)) await this.load()
  },
  /** What is known of the child, and what can be done about it. */
  onChildPage(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id'] ?? this.data.child.childId
    this.onClosePanel()
    openPage(ROUTES.child({ childId, classId: this.query.classId }))
  },
  onAdd() {
    this.openPanel(ADDING)
  },
  async onAdded({ detail }: ToldEvent<WrittenChild>) {
    const { classId } = this.query
    const { name, no, nickname, relation, phone } = detail
    const contact = phone ? { relation, phone } : undefined
    const added = await this.act(() => addChild({ classId, name, no, ...(nickname && { nickname }), contact }))
    if (!added) return
    const title = added.again ? `${name}原来就在，家长和记录都在` : `${name}已加入名单`
    void wx.showToast({ title, icon: 'none' })
    await this.load()
  },
  onInviteChild() {
    const { childId } = this.data.child
    this.onClosePanel()
    openPage(ROUTES.classInvite({ classId: this.query.classId, childId }))
  },
  onHandover() {
    openPage(ROUTES.handover({ classId: this.query.classId }))
  },
  onStandIn() {
    openPage(ROUTES.standIn({ classId: this.query.classId }))
  },
  onInvite() {
    openPage(ROUTES.classInvite({ classId: this.query.classId }))
  },

  onMoves() {
    openPage(ROUTES.moves({ classId: this.query.classId }))
  },
  onLog() {
    openPage(ROUTES.log({ classId: this.query.classId }))
  },
  /** Without a successor: only where there is nobody to hand over to (M04). */
  async onRelease() {
    const { confirm } = await wx.showModal({
      title: '免去班主任',
      content: `${this.data.view?.head ?? ''}立即不再是本班班主任，班级会显示没有班主任。有人接任的，请用移交。`,
      confirmText: '免去',
      cancelText: '不免去',
    })
    if (!confirm) return
    const { classId } = this.query
    if (!(await this.act(() => release({ classId })))) return
    openPage(ROUTES.classInvite({ classId, as: 'head_teacher' }))
    await this.load()
  },
  /** Only the head teacher gives the own number, and takes it back. */
  async onHeadPhone() {
    const written = await askPhone('家长可打的电话', this.data.view?.headPhone ?? '')
    if (!written) return
    if (!written.ok) return this.setData({ refusal: written.refusal })
    const reply = await updateClass({ classId: this.query.classId, phone: written.phone })
    if (!reply.ok) return this.refuse(reply.error)
    this.setData({ 'view.headPhone': written.phone, refusal: null })
  },
  onPanel(event: ToldEvent<{ open: boolean }>) {
    this.lock(event.detail.open)
  },
})
