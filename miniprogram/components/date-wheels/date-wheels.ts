// Decides how a day, a clock or both are chosen: wheels in a panel, and one button.
import { keepOwn, readOwn } from '../../services/own-state'
import { turnRows, turnWheels, type WheelMode, type Wheels } from './wheels'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** `day`, `minute` or `clock`. */
    mode: { type: String, value: 'day' },
    start: { type: String, value: '' },
    end: { type: String, value: '' },
    value: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    columns: [] as { unit: string; rows: string[] }[],
    index: [] as number[],
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { mode, start, end, value } = this.data
      this.show(turnWheels(mode as WheelMode, start, end, value))
    },
  },
  methods: {
    show(wheels: Wheels) {
      keepOwn(this, wheels)
      const columns = wheels.columns.map((rows) => ({ unit: rows[0]?.slice(-1) ?? '', rows }))
      this.setData({ columns, index: wheels.index })
    },
    onTurn({ detail }: ToldEvent<{ value: number[] }>) {
      const { mode, start, end } = this.data
      this.show(turnRows(mode as WheelMode, start, end, this.shown(), detail.value))
    },
    onConfirm() {
      this.triggerEvent('change', { value: this.shown().value })
    },
    onClose() {
      this.triggerEvent('close')
    },
    /** What the wheels say is more than the view needs. */
    shown(): Wheels {
      return readOwn<Wheels>(this, { columns: [], index: [], value: '' })
    },
  },
})
