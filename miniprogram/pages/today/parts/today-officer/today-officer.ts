// Decides where a tap on an officer's or a stand-in's 今天 leads.
import type { TodayOfficer, TodayStandIn } from '@class-pact/core/contract'
import type { Frame } from '../../../../services/page-frame'
import { openPage } from '../../../../services/routes'
import { presentOfficer, presentStandIn, type OfficerView } from './present'

Component({
  options: { virtualHost: true },
  properties: {
    frame: { type: Object, value: {} as Frame },
    today: { type: Object, optionalTypes: [null], value: null as object | null },
    who: { type: String, value: '' },
    skew: { type: Number, value: 0 },
  },
  data: { view: null as OfficerView | null },
  observers: {
    today(today: TodayOfficer | TodayStandIn | null) {
      if (today) this.setData({ view: today.role === 'officer' ? presentOfficer(today) : presentStandIn(today) })
    },
  },
  methods: {
    onDoor(event: TapEvent) {
      openPage(event.currentTarget.dataset['url'] as string)
    },
    onWho() {
      this.triggerEvent('who')
    },
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})
