// Decides that what cannot wait goes by phone: the numbers that are open to the family, one tap each (N13, T09).
import type { Call } from '../../../../domains/talk/calls'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    calls: { type: Array, value: [] as Call[] },
  },
  methods: {
    onCall(event: TapEvent) {
      this.triggerEvent('close')
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset['phone'], fail: () => undefined })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
