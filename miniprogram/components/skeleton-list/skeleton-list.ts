// Decides what stands where content will come: quiet bars, no movement.
Component({
  options: { virtualHost: true },
  properties: { rows: { type: Number, value: 4 } },
  data: { bars: [] as { key: number; long: number; short: number }[] },
  observers: {
    rows(rows: number) {
      const bars = Array.from({ length: rows }, (_, key) => ({ key, long: 58 - key * 6, short: 36 - key * 4 }))
      this.setData({ bars })
    },
  },
})
