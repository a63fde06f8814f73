// Decides how columns over a time axis are drawn: with view bars, so that they take part in dark mode and large type.
import type { Plot } from './scale'

Component({
  options: { virtualHost: true },
  properties: {
    plot: { type: Object, value: { columns: [], ticks: [] } as Plot },
    /** Words under the axis: one under each column if there are as many, else spread from left to right. */
    axis: { type: Array, value: [] as string[] },
    legend: { type: Array, value: [] as { tone: string; text: string }[] },
    /** In amber over the last column. */
    note: { type: String, value: '' },
    /** Few columns: room between them, and for the figure on each. */
    wide: { type: Boolean, value: false },
  },
})
