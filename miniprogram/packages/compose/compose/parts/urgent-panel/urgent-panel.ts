// Decides what it takes to disturb a family in quiet hours: a cause and a reason, told to the principal (T01).
import { URGENT_CAUSES, limits } from '@class-pact/core/contract'
import type { UrgentCause } from '@class-pact/core/contract'
import { URGENT_WORDS } from '../../../../../domains/notice/words'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    causes: URGENT_CAUSES.map((value) => ({ value, label: URGENT_WORDS[value] })),
    cause: 'safety' as UrgentCause,
    reason: '',
    reasonMax: limits.URGENT_REASON_MAX,
  },
  methods: {
    onCause(event: ToldEvent<{ value: UrgentCause }>) {
      this.setData({ cause: event.detail.value })
    },
    onReason(event: WechatMiniprogram.Input) {
      this.setData({ reason: event.detail.value })
    },
    onPress() {
      const { cause, reason } = this.data
      if (reason.trim()) this.triggerEvent('submit', { cause, reason: reason.trim() })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
