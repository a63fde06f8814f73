// Decides how children who are to be brought back stand on 今天: one a line, with the step that is due (Q20).
import type { Dropout } from '@class-pact/core/contract'
import { presentDropouts, type DropoutCell } from '../../../../domains/attendance/dropout'
import { ROUTES, openPage } from '../../../../services/routes'

Component({
  options: { virtualHost: true },
  properties: { today: { type: Object, optionalTypes: [null], value: null as object | null } },
  data: { dropouts: [] as DropoutCell[] },
  observers: {
    today(today: { dropouts?: Dropout[] } | null) {
      this.setData({ dropouts: presentDropouts(today?.dropouts ?? []) })
    },
  },
  methods: {
    onDropout(event: TapEvent) {
      openPage(ROUTES.dropout({ dropoutId: event.currentTarget.dataset['id'] as string }))
    },
  },
})
