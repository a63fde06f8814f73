// Decides chips of which one is chosen (or several): the tick says it in a shape, not in colour alone.
export interface ChipOption {
  value: string
  label: string
  /** Class for its width in a grid: half, two. */
  span?: string
}

Component({
  options: { virtualHost: true },
  properties: {
    options: { type: Array, value: [] as ChipOption[] },
    value: { type: String, value: '' },
    /** Several may be on. */
    values: { type: Array, value: [] as string[] },
    several: { type: Boolean, value: false },
    /** '' wraps; four and three are grids; strip scrolls sideways */
    layout: { type: String, value: '' as '' | 'four' | 'three' | 'strip' },
    label: { type: String, value: '' },
  },
  data: { chips: [] as (ChipOption & { on: boolean })[] },
  observers: {
    'options, value, values, several'(options: ChipOption[], value: string, values: string[], several: boolean) {
      const isOn = (option: ChipOption) => (several ? values.includes(option.value) : option.value === value)
      this.setData({ chips: options.map((option) => ({ ...option, on: isOn(option) })) })
    },
  },
  methods: {
    onChoose(event: TapEvent) {
      const chosen: string = event.currentTarget.dataset['value']
      if (!this.data.several) this.triggerEvent('change', { value: chosen })
      else {
        const { values } = this.data
        const rest = values.filter((value) => value !== chosen)
        this.triggerEvent('change', { values: rest.length < values.length ? rest : [...values, chosen] })
      }
    },
  },
})
