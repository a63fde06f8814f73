// Decides how columns over a time axis are drawn: with view bars, so that they take part in dark mode and large type.
import type { Plot } from './scale'

Component({
  options: { virtualHost: true },
  properties: {
    plot: { type: Object, value: { columns: [], ticks: [] } as Plot },
    /** Words under the axis, spread from left to right, or one under each column. */
    axis: { type: Array, value: [] as string[] },
    legend: { type: Array, value: [] as { tone: string; text: string }[] },
    /** In amber over the last column. */
    note: { type: String, value: '' },
    /** One word under each column, with room for its figure. */
    wide: { type: Boolean, value: false },
    /** What the axis counts in: 小时, 人. */
    unit: { type: String, value: '' },
  },
})
