// Decides what a guardian can do from 今天: open the first duty, ask for leave, reach the teacher, read on.
import type { TodayGuardian } from '@class-pact/core/contract'
import type { Frame } from '../../../../services/page-frame'
import { FAMILY_TEMPLATES, askReminders } from '../../../../services/reminders'
import { ROUTES, openPage } from '../../../../services/routes'
import { presentGuardian, type GuardianView } from './present'

Component({
  options: { virtualHost: true },
  properties: {
    frame: { type: Object, value: {} as Frame },
    today: { type: Object, value: null as unknown as TodayGuardian },
    who: { type: String, value: '' },
  },
  data: { view: null as GuardianView | null, contacting: false },
  observers: {
    today(today: TodayGuardian | null) {
      if (today) this.setData({ view: presentGuardian(today) })
    },
  },
  methods: {
    onWho() {
      this.triggerEvent('who')
    },
    onMore() {
      this.triggerEvent('more')
    },
    onRetry() {
      this.triggerEvent('retry')
    },
    onFirst() {
      const first = this.data.view?.first
      if (first) openPage(ROUTES.notice(first))
    },
    onDuty(event: TapEvent) {
      const { noticeid: noticeId, classid: classId } = event.currentTarget.dataset
      openPage(ROUTES.notice({ noticeId, classId }))
    },
    onReception(event: TapEvent) {
      const { classid: classId, childid: childId } = event.currentTarget.dataset
      openPage(ROUTES.receptions({ classId, childId }))
    },
    onSurvey(event: TapEvent) {
      const { drawid: drawId, childid: childId } = event.currentTarget.dataset
      openPage(ROUTES.survey({ drawId, childId }))
    },
    onNotice(event: ToldEvent<{ noticeId: string; classId: string }>) {
      openPage(ROUTES.notice(event.detail))
    },
    onAsk(event: TapEvent) {
      const { moveid: moveId, childid: childId } = event.currentTarget.dataset
      openPage(moveId ? ROUTES.move({ moveId }) : ROUTES.card({ childId }))
    },
    onLeave() {
      openPage(ROUTES.leaveForm({}))
    },
    onLeaveItem(event: TapEvent) {
      openPage(ROUTES.leave({ leaveId: event.currentTarget.dataset['leaveid'] }))
    },
    /** Nobody gave a number: the panel says whom to ask. */
    onMissing(event: TapEvent) {
      if (event.currentTarget.dataset['phone']) this.onCall(event)
      else this.onContact()
    },
    onWrite(event: TapEvent) {
      this.onContactClose()
      openPage(ROUTES.talkWrite({ childId: event.currentTarget.dataset['child'] as string }))
    },
    /** One answer is read at once; several stand in the list of the child. */
    onAnswered() {
      const today = this.data.today as TodayGuardian | null
      const answered = this.data.view?.answered
      if (!answered || !today) return
      const [child, another] = today.children
      const isList = (today.talks?.count ?? 0) > 1 && child && !another
      openPage(isList ? ROUTES.talks({ childId: child.childId }) : ROUTES.talk({ talkId: answered.talkId }))
    },
    onContact() {
      this.setData({ contacting: true })
    },
    onCall(event: TapEvent) {
      this.onContactClose()
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset['phone'], fail: () => undefined })
    },
    onContactClose() {
      this.setData({ contacting: false })
    },
    async onReminders() {
      const accepted = await askReminders(FAMILY_TEMPLATES, { insist: true })
      if (accepted > 0) this.setData({ 'view.deaf': false })
    },
  },
})
