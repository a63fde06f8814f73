// Decides what 我的 holds: who one is, one's children, and the settings of this phone.
import type { Identity } from '@class-pact/core/contract'
import type { SegmentOption } from '../../components/segmented/segmented'
import { createSender } from '../../services/cloud'
import { definePage } from '../../services/define-page'
import { chooseFont, readFontChoice, type FontChoice } from '../../services/font-scale'
import { formatClass } from '../../services/format'
import { dressPage, showTab } from '../../services/page-frame'
import { presentFailure } from '../../services/refusals'
import { ROUTES, openPage, openTab } from '../../services/routes'
import { scanCode } from '../../domains/join/scan'
import { leaderWord } from '../../domains/talk/words'
import { FORMER_WORDS } from '../../domains/class/leaving'
import {
  currentIdentity,
  formerIdentities,
  isLeader,
  isTeacher,
  lookBackAs,
  openSession,
  ownChildren,
  readSession,
  refreshSession,
} from '../../services/session'
import { roleWord } from '../../services/words'

const leaveSeat = createSender('seat.leave')
/** Rows of WeChat's action sheet (platform: showActionSheet). */
const SHEET_MAX = 6

const FONT_OPTIONS: SegmentOption[] = [
  { value: 'follow', label: '跟随微信' },
  { value: 'large', label: '大' },
  { value: 'largest', label: '特大' },
]

/** Once a child, whatever else this person was. */
function presentFormers(former: readonly Identity[]): { key: string; name: string; state: string }[] {
  return former.flatMap(({ role, key, childName = '', className = '', closed }) =>
    role === 'guardian' && closed && closed !== 'archived'
      ? [{ key, name: childName, state: `${formatClass(className)}，${FORMER_WORDS[closed]}` }]
      : [],
  )
}

/** What a school keeps none of is nowhere to be seen; leaders may switch one on. */
function hasRegisters(identity: Identity | undefined): boolean {
  if (isLeader(identity?.role)) return true
  const works = isTeacher(identity?.role) || identity?.role === 'officer'
  return works && (readSession().session?.keeping ?? []).includes(identity?.schoolId ?? '')
}

definePage({
  data: {
    fontOptions: FONT_OPTIONS,
    font: readFontChoice(),
    card: '',
    place: '',
    /** What is said of somebody who is in no class now. */
    nobody: '还没有加入班级',
    children: [] as { key: string; name: string; className: string }[],
    /** Classes that have graduated (L13). */
    past: [] as { key: string; name: string; className: string }[],
    schoolId: '',
    leads: false,
    principal: false,
    /** Registers are there for them. */
    works: false,
    /** 校长信箱, of a kindergarten 园长信箱. */
    box: '',
    guards: false,
    /** Children that have left: what was signed for them is still there to be read (L12). */
    formers: [] as { key: string; name: string; state: string }[],
    switching: false,
  },
  isTab: true,
  onSession() {
    this.introduce()
  },
  /** Who one is may have changed while the app was open: a child moves or leaves. */
  async onShow() {
    await openSession()
    this.introduce()
    await refreshSession()
    this.introduce()
  },
  introduce() {
    const identity = currentIdentity()
    const own = ownChildren()
    const formers = presentFormers(readSession().session?.former ?? [])
    const wasSomebody = formers.length + formerIdentities().length > 0
    this.setData({
      card: identity?.card ?? '',
      place: identity
        ? `${identity.schoolName}${formatClass(identity.className ?? '')}，${roleWord(identity.role, identity.schoolKind)}`
        : wasSomebody
          ? '以前的通知和签过的回执单还能看'
          : '请向班主任要一张邀请',
      nobody: wasSomebody ? '现在不在班级里' : '还没有加入班级',
      children: own.map(({ key, childName = '', className = '' }) => ({
        key,
        name: childName,
        className: formatClass(className),
      })),
      past: formerIdentities().map(({ key, childName, card, className = '' }) => ({
        ...{ key, name: childName ?? card, className: formatClass(className) },
      })),
      // A bureau's place is no school.
      schoolId: identity && identity.role !== 'bureau' ? identity.schoolId : '',
      leads: isLeader(identity?.role),
      principal: identity?.role === 'principal',
      works: hasRegisters(identity),
      box: `${leaderWord(identity?.schoolKind)}信箱`,
      guards: own.length > 0,
      formers,
    })
  },
  onPast(event: TapEvent) {
    lookBackAs(event.currentTarget.dataset['key'])
    openTab('notices')
  },
  onSwitch() {
    if (this.data.card) this.setData({ switching: true })
  },
  onSwitched() {
    this.setData({ switching: false })
    showTab(this)
  },
  onScan() {
    void scanCode()
  },
  onFont(event: ToldEvent<{ value: FontChoice }>) {
    chooseFont(event.detail.value)
    this.setData({ font: event.detail.value })
    dressPage(this)
  },
  onReminders() {
    openPage(ROUTES.reminders())
  },
  onPhotos() {
    openPage(ROUTES.photoChoice())
  },
  onHeldAlbums() {
    openPage(ROUTES.albums({ schoolId: this.data.schoolId }))
  },
  onOwnLetters() {
    openPage(ROUTES.ownLetters())
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  onPact() {
    openPage(ROUTES.pact({ schoolId: this.data.schoolId }))
  },
  onRegisters() {
    openPage(ROUTES.registers())
  },
  onSchool() {
    openPage(ROUTES.schoolSetup())
  },
  onStaff() {
    openPage(ROUTES.staff({ schoolId: this.data.schoolId }))
  },
  onReclaim() {
    openPage(ROUTES.reclaim())
  },
  onTalks() {
    openPage(ROUTES.talks({ schoolId: this.data.schoolId }))
  },
  onDraws() {
    openPage(ROUTES.draws({ schoolId: this.data.schoolId }))
  },
  onCases() {
    openPage(ROUTES.cases({ schoolId: this.data.schoolId }))
  },
  onReports() {
    openPage(ROUTES.reports({ schoolId: this.data.schoolId }))
  },
  onMisjudged() {
    openPage(ROUTES.misjudged({ schoolId: this.data.schoolId }))
  },
  onAppeals() {
    openPage(ROUTES.appeals({ schoolId: this.data.schoolId }))
  },
  onAppeal() {
    openPage(ROUTES.appeal())
  },
  onAudit() {
    openPage(ROUTES.audit({ schoolId: this.data.schoolId }))
  },
  onStop() {
    openPage(ROUTES.stop({ schoolId: this.data.schoolId }))
  },
  onBureau() {
    openPage(ROUTES.bureau({ schoolId: this.data.schoolId }))
  },
  onQueue() {
    openPage(ROUTES.queue({ schoolId: this.data.schoolId }))
  },
  /** Nobody here yet: a school begins with a code. */
  onOpenSchool() {
    openPage(ROUTES.schoolSetup())
  },
  onPapers(event: TapEvent) {
    openPage(ROUTES.signedPapers({ identity: event.currentTarget.dataset['key'] as string }))
  },
  async onLeaveClass() {
    const leaving = await this.chooseChild()
    if (!leaving?.childId) return
    const place = `${leaving.childName}（${formatClass(leaving.className ?? '')}）`
    const { confirm } = await wx.showModal({
      title: '退出班级',
      content: `退出后，您不再收到${place}的通知；另一位家长不受影响。已签的回执单按隐私页写的期限清除。`,
      confirmText: '退出',
      cancelText: '不退出',
    })
    if (!confirm) return
    const reply = await leaveSeat({ childId: leaving.childId })
    await refreshSession()
    showTab(this)
    const content = !reply.ok
      ? presentFailure(reply.error).sentence
      : reply.data.guardians > 0
        ? '孩子还有其他家长收通知。'
        : '孩子已转入电话名单，班主任会打电话通知。'
    const title = reply.ok ? '已退出' : '没有退出'
    await wx.showModal({ title, content, showCancel: false, confirmText: '知道了' })
  },
  /** Which of several children; closing the sheet chooses none. */
  async chooseChild(): Promise<Identity | undefined> {
    const own = ownChildren()
    if (own.length < 2) return own[0]
    try {
      const itemList = own.slice(0, SHEET_MAX).map(({ childName = '' }) => childName)
      const { tapIndex } = await wx.showActionSheet({ itemList })
      return own[tapIndex]
    } catch {
      return undefined
    }
  },
})
