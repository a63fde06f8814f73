// Decides how children with no, one and two guardians share one bar (Ch5).
import type { SeatsChart } from '../../domains/statistics/figures'

Component({
  options: { virtualHost: true },
  properties: { seats: { type: Object, value: { none: 0, one: 0, two: 0, text: [] } as SeatsChart } },
})
