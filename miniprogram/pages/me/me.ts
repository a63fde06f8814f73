// Decides what 我的 holds: who one is, one's children, and the settings of this phone.
import type { SegmentOption } from '../../components/segmented/segmented'
import { chooseFont, readFontChoice, type FontChoice } from '../../services/font-scale'
import { formatClass } from '../../services/format'
import { dressPage, newFrame, showTab } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { scanInvitation } from '../../services/scan'
import { currentIdentity, isLeader, openSession, ownChildren, subscribeSession } from '../../services/session'
import { roleWord } from '../../services/words'

const FONT_OPTIONS: SegmentOption[] = [
  { value: 'follow', label: '跟随微信' },
  { value: 'large', label: '大' },
  { value: 'largest', label: '特大' },
]

Page({
  data: {
    frame: newFrame('ready'),
    fontOptions: FONT_OPTIONS,
    font: readFontChoice(),
    card: '',
    place: '',
    several: false,
    children: [] as { key: string; name: string; className: string }[],
    schoolId: '',
    leads: false,
    guards: false,
    switching: false,
  },
  stopListening: undefined as (() => void) | undefined,
  onLoad() {
    this.stopListening = subscribeSession(() => this.present())
  },
  onUnload() {
    this.stopListening?.()
  },
  async onShow() {
    showTab(this)
    await openSession()
    this.present()
  },
  present() {
    const identity = currentIdentity()
    const own = ownChildren()
    this.setData({
      card: identity?.card ?? '',
      place: identity
        ? `${identity.schoolName}${formatClass(identity.className ?? '')}，${roleWord(identity.role, identity.schoolKind)}`
        : '请向班主任要一张邀请',
      several: own.length > 1,
      children: own.map(({ key, childName = '', className = '' }) => ({
        key,
        name: childName,
        className: formatClass(className),
      })),
      schoolId: identity?.schoolId ?? '',
      leads: isLeader(identity?.role),
      guards: own.length > 0,
    })
  },
  onSwitch() {
    if (this.data.card) this.setData({ switching: true })
  },
  onSwitched() {
    this.setData({ switching: false })
    showTab(this)
  },
  onScan() {
    void scanInvitation()
  },
  onFont(event: WechatMiniprogram.CustomEvent<{ value: FontChoice }>) {
    chooseFont(event.detail.value)
    this.setData({ font: event.detail.value })
    dressPage(this)
  },
  onReminders() {
    openPage(ROUTES.reminders())
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  onPact() {
    openPage(ROUTES.pact({ schoolId: this.data.schoolId }))
  },
  onSchool() {
    openPage(ROUTES.schoolSetup())
  },
  onQueue() {
    openPage(ROUTES.queue({ schoolId: this.data.schoolId }))
  },
  /** A seat is given back by the head teacher, who sees who else the child has (G05). */
  onLeaveClass() {
    void wx.showModal({
      title: '退出班级',
      content: '请告诉班主任，由班主任移出您的席位。已签的回执单保留到学年结束。',
      showCancel: false,
      confirmText: '知道了',
    })
  },
})
