// Decides a choice of two or three that excludes the others: 全天 上午 下午.
export interface SegmentOption {
  value: string
  label: string
}

Component({
  options: { virtualHost: true },
  properties: {
    options: { type: Array, value: [] as SegmentOption[] },
    value: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  methods: {
    onChoose(event: TapEvent) {
      const value: string = event.currentTarget.dataset['value']
      if (value !== this.data.value) this.triggerEvent('change', { value })
    },
  },
})
