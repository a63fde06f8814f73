// Decides where a tap on a principal's 今天 leads: what waits for a decision first.
import type { TodayPrincipal } from '@class-pact/core/contract'
import type { Frame } from '../../../../services/page-frame'
import { ROUTES, openPage } from '../../../../services/routes'
import { presentPrincipal } from './present'
import type { PrincipalView } from './present'

Component({
  options: { virtualHost: true },
  properties: {
    frame: { type: Object, value: {} as Frame },
    today: { type: Object, optionalTypes: [null], value: null as object | null },
    who: { type: String, value: '' },
  },
  data: { view: null as PrincipalView | null },
  observers: {
    today(today: TodayPrincipal | null) {
      if (today) this.setData({ view: presentPrincipal(today) })
    },
  },
  methods: {
    onHeld() {
      const today = this.data.today as TodayPrincipal | null
      if (today) openPage(ROUTES.queue({ schoolId: today.schoolId }))
    },
    onWaiting(event: WechatMiniprogram.TouchEvent) {
      const schoolId = (this.data.today as TodayPrincipal | null)?.schoolId
      if (!schoolId) return
      const to = event.currentTarget.dataset['to'] as 'overrides' | 'reports' | 'cases'
      openPage(ROUTES[to]({ schoolId }))
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
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})
