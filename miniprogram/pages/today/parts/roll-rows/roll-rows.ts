// Decides where the rows of the roll on 今天 lead, and that one the cloud has not taken is read before it goes.
import type { TodayStaff, TodayStandIn } from '@class-pact/core/contract'
import { presentCheck, presentKept, type CheckRowView } from '../../../../domains/roll/check-row'
import { dropKept, subscribeKeptRolls } from '../../../../domains/roll/kept-rolls'
import { keepOwn, readOwn } from '../../../../services/own-state'
import { openPage } from '../../../../services/routes'

Component({
  options: { virtualHost: true },
  properties: {
    today: { type: Object, optionalTypes: [null], value: null as object | null },
  },
  data: { rows: [] as CheckRowView[] },
  observers: {
    today() {
      this.show()
    },
  },
  lifetimes: {
    attached() {
      keepOwn(this, { stop: subscribeKeptRolls(() => this.show()) })
    },
    detached() {
      readOwn(this, { stop: () => undefined }).stop()
    },
  },
  methods: {
    show() {
      const today = this.data.today as TodayStaff | TodayStandIn | null
      if (today) this.setData({ rows: [...presentCheck(today.check, today.classId), ...presentKept(Date.now())] })
    },
    async onRow(event: TapEvent) {
      const row = this.data.rows[event.currentTarget.dataset['index'] as number]
      if (!row?.refused) return row && openPage(row.url)
      const asked = { title: row.text, content: row.sub, confirmText: '去看看', cancelText: '知道了' }
      const { confirm } = await wx.showModal(asked)
      if (confirm) openPage(row.url)
      else dropKept(row.refused)
    },
  },
})
