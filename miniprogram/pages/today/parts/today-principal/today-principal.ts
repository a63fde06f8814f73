// Decides where a tap on a principal's 今天 leads: what waits for a decision first.
import type { TodayPrincipal } from '@class-pact/core/contract'
import type { Frame } from '../../../../services/page-frame'
import { ROUTES, openPage, openTab } from '../../../../services/routes'
import { currentIdentity } from '../../../../services/session'
import { presentPrincipal } from './present'
import type { Door, PrincipalView } from './present'

Component({
  options: { virtualHost: true },
  properties: {
    frame: { type: Object, value: {} as Frame },
    today: { type: Object, optionalTypes: [null], value: null as object | null },
    who: { type: String, value: '' },
    skew: { type: Number, value: 0 },
  },
  data: { view: null as PrincipalView | null },
  observers: {
    today(today: TodayPrincipal | null) {
      if (today) this.setData({ view: presentPrincipal(today, currentIdentity()?.schoolKind) })
    },
  },
  methods: {
    onIncident(event: TapEvent) {
      openPage(ROUTES.incident({ incidentId: event.currentTarget.dataset['id'] as string }))
    },
    onIncidents() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.incidents({ schoolId: today.schoolId }))
    },
    onHeld() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.queue({ schoolId: today.schoolId }))
    },
    onOverrides() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.overrides({ schoolId: today.schoolId }))
    },
    onWaiting(event: TapEvent) {
      const schoolId = (this.data.today as TodayPrincipal | null)?.schoolId
      if (!schoolId) return
      const door = event.currentTarget.dataset['to'] as Door
      openPage(ROUTES[door]({ schoolId }))
    },
    onLeaving(event: TapEvent) {
      const childId = event.currentTarget.dataset['id'] as string
      openPage(ROUTES.child({ childId, classId: '' }))
    },
    onAttendance() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.attendanceDay({ schoolId: today.schoolId }))
    },
    onHealth() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.health({ schoolId: today.schoolId }))
    },
    onNotices() {
      openTab('notices')
    },
    onStop() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.stop({ schoolId: today.schoolId }))
    },
    onSetup() {
      openPage(ROUTES.schoolSetup())
    },
    onCompose() {
      openPage(ROUTES.compose({}))
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
