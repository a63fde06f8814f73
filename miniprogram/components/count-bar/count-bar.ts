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
    /** What those have done who are counted as done: 已签 已填 已读. */
    word: { type: String, value: '已签' },
    /** What is said of the others. */
    open: { type: String, value: '未送达' },
    /** Whether some are reached by phone or on paper: families are, the staff is not. */
    byPhone: { type: Boolean, value: true },
    /** 共40 at the end of the legend. */
    withTotal: { type: Boolean, value: true },
  },
})
