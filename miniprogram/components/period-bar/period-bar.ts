// Decides how one chooses the days of figures: week, month, term or year, and an arrow to the ones before and after.
import type { PeriodView } from '../../domains/statistics/period'
import type { Range } from '@class-pact/core/contract'

Component({
  options: { virtualHost: true },
  properties: { period: { type: Object, optionalTypes: [null], value: null as object | null } },
  methods: {
    onRange(event: ToldEvent<{ value: Range }>) {
      this.triggerEvent('change', { range: event.detail.value, of: '' })
    },
    onTurn(event: TapEvent) {
      const { range, earlier, later } = this.data.period as PeriodView
      const of = event.currentTarget.dataset['to'] === 'earlier' ? earlier : later
      this.triggerEvent('change', { range, of })
    },
  },
})
