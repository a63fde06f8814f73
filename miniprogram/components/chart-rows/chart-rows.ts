// Decides how classes stand under one another on a 0–100 % axis; the whole row is tappable (Ch1).
import type { ReachRow } from '../../domains/statistics/figures'

Component({
  options: { virtualHost: true },
  properties: {
    rows: { type: Array, value: [] as ReachRow[] },
    large: { type: Boolean, value: false },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id })
    },
  },
})
