// Decides where a tap on a teacher's 今天 leads: every count and every line is one tap from its page.
import type { TodayStaff } from '@class-pact/core/contract'
import type { Frame } from '../../../../services/page-frame'
import { ROUTES, openPage, openTab } from '../../../../services/routes'
import { chooseIdentity, currentIdentity } from '../../../../services/session'
import { presentStaff } from './present'
import type { CountKey, StaffView } from './present'

Component({
  options: { virtualHost: true },
  properties: {
    frame: { type: Object, value: {} as Frame },
    today: { type: Object, optionalTypes: [null], value: null as object | null },
    who: { type: String, value: '' },
    skew: { type: Number, value: 0 },
  },
  data: { view: null as StaffView | null },
  observers: {
    today(today: TodayStaff | null) {
      if (today) this.setData({ view: presentStaff(today) })
    },
  },
  methods: {
    classId(): string {
      return (this.data.today as TodayStaff | null)?.classId ?? ''
    },
    onCount(event: TapEvent) {
      const key = event.currentTarget.dataset['key'] as CountKey
      const classId = this.classId()
      if (key === 'leaves') openPage(ROUTES.approve({ classId }))
      else if (key === 'applications') openPage(ROUTES.members({ classId }))
      else openTab('notices')
    },
    onIncidents() {
      openPage(ROUTES.incidents({ classId: this.classId() }))
    },
    onTalks() {
      openPage(ROUTES.talks({ classId: this.classId() }))
    },
    onCases() {
      openPage(ROUTES.cases({ classId: this.classId() }))
    },
    onMoves() {
      openPage(ROUTES.moves({ classId: this.classId() }))
    },
    onToReview() {
      const { schoolId = '' } = currentIdentity() ?? {}
      openPage(ROUTES.queue({ schoolId, classId: this.classId() }))
    },
    onReview() {
      openPage(ROUTES.members({ classId: this.classId() }))
    },
    onHandover() {
      openPage(ROUTES.handover({ classId: this.classId() }))
    },
    onStandIn() {
      openPage(ROUTES.standIn({ classId: this.classId() }))
    },
    onLeaves() {
      openPage(ROUTES.approve({ classId: this.classId() }))
    },
    onQueued(event: TapEvent) {
      const { notice, class: classId } = event.currentTarget.dataset as Record<'notice' | 'class', string>
      openPage(ROUTES.notice({ noticeId: notice, classId }))
    },
    onNotices() {
      openTab('notices')
    },
    onOther(event: TapEvent) {
      chooseIdentity(event.currentTarget.dataset['key'])
    },
    onCompose() {
      openPage(ROUTES.compose({ classId: this.classId() }))
    },
    onWho() {
      this.triggerEvent('who')
    },
    onMore() {
      this.triggerEvent('more')
    },
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})
