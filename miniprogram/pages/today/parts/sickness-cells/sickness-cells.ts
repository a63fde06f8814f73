// Decides how warnings of sickness stand on 今天: amber, one a class and symptom, each one tap from its page.
import type { Instant, SicknessWarning } from '@class-pact/core/contract'
import { presentWarnings, type WarningCell } from '../../../../domains/attendance/sickness'
import { ROUTES, openPage } from '../../../../services/routes'

Component({
  options: { virtualHost: true },
  properties: { today: { type: Object, optionalTypes: [null], value: null as object | null } },
  data: { warnings: [] as WarningCell[] },
  observers: {
    today(today: { warnings?: SicknessWarning[]; now: Instant } | null) {
      this.setData({ warnings: presentWarnings(today?.warnings ?? [], today?.now ?? 0) })
    },
  },
  methods: {
    onWarning(event: TapEvent) {
      openPage(ROUTES.sicknessWarning({ warningId: event.currentTarget.dataset['id'] as string }))
    },
  },
})
