// Decides how one is chosen of many: a panel with a search, one tap for one, ticks and a button for several.
import type { Choice } from '@class-pact/core/contract'
import { findChoices, type FoundChoices } from './choices'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    large: { type: Boolean, value: false },
    choices: { type: Array, value: [] as Choice[] },
    chosen: { type: Array, value: [] as string[] },
    /** More than one: ticks. */
    most: { type: Number, value: 1 },
  },
  data: {
    search: '',
    found: { rows: [], more: 0, searches: false } as FoundChoices,
    picked: [] as string[],
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.show('', this.data.chosen as string[])
    },
  },
  methods: {
    show(search: string, picked: string[]) {
      this.setData({ search, picked, found: findChoices(this.data.choices as Choice[], search, picked) })
    },
    onSearch(event: WechatMiniprogram.Input) {
      this.show(event.detail.value, this.data.picked)
    },
    onRow(event: TapEvent) {
      const id = event.currentTarget.dataset['id'] as string
      const { picked, most, search } = this.data
      if (most === 1) return this.triggerEvent('change', { ids: [id] })
      const rest = picked.filter((each) => each !== id)
      const wanted = rest.length < picked.length ? rest : [...picked, id]
      if (wanted.length <= most) this.show(search, wanted)
    },
    onDone() {
      this.triggerEvent('change', { ids: this.data.picked })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
