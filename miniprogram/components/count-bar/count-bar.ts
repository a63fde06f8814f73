// Decides how figures of a slip are drawn: solid signed, hatched phone or paper, hollow not reached; words below.
Component({
  options: { virtualHost: true },
  properties: {
    signed: { type: Number, value: 0 },
    followed: { type: Number, value: 0 },
    missing: { type: Number, value: 0 },
    total: { type: Number, value: 0 },
    /** m 12 px, s 8 (lists), l 20 (charts) */
    size: { type: String, value: 'm' as 's' | 'm' | 'l' },
    legend: { type: Boolean, value: false },
    /** 共40 at the end of the legend. */
    withTotal: { type: Boolean, value: true },
  },
})
