// Decides how the parameters of one rule are set: a control for each that keeps its bounds.
import type { Params, RuleId } from '@class-pact/core/pact'
import { keepOwn, readOwn } from '../../../../../services/own-state'
import {
  fillIn,
  isBreak,
  presentFields,
  readFields,
  stepField,
  switchBreak,
  type FieldView,
  type Filled,
} from '../../settings'

const BREAKS = [
  { value: 'on', label: '有' },
  { value: 'off', label: '没有' },
]

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    rule: { type: String, value: '' },
    title: { type: String, value: '' },
    params: { type: Object, value: {} as Params },
  },
  data: {
    fields: [] as FieldView[],
    breaks: BREAKS,
    /** The rule can have a noon break. */
    mayBreak: false,
    hasBreak: false,
    /** The field whose clock is being picked. */
    picking: '',
    picker: { title: '', start: '', end: '', value: '' },
    wrong: '',
    sentence: '',
  },
  observers: {
    'visible, rule'(visible: boolean, rule: string) {
      if (visible && rule) this.show(fillIn(rule as RuleId, this.data.params))
    },
  },
  methods: {
    /** What is filled in, kept apart from what is drawn: typing draws nothing. */
    filled(): Filled {
      return readOwn<Filled>(this, {})
    },
    show(filled: Filled) {
      keepOwn(this, filled)
      const all = presentFields(this.data.rule as RuleId, filled)
      const mayBreak = all.some(({ key }) => isBreak(key))
      const hasBreak = mayBreak && Boolean(filled['noonFrom'])
      const fields = all.filter(({ key }) => hasBreak || !isBreak(key))
      this.setData({ fields, mayBreak, hasBreak, wrong: '', sentence: '' })
    },
    set(key: string, value: string) {
      this.show({ ...this.filled(), [key]: value })
    },
    /** What is typed stays in the field as it is: only the note of an error goes. */
    onType(event: WechatMiniprogram.Input) {
      const key: string = event.currentTarget.dataset['key']
      keepOwn(this, { ...this.filled(), [key]: event.detail.value })
      if (this.data.wrong) this.setData({ wrong: '', sentence: '' })
    },
    onStep(event: TapEvent) {
      const { key, by } = event.currentTarget.dataset as { key: string; by: number }
      this.set(key, stepField(this.data.rule as RuleId, key, this.filled()[key] ?? '', by > 0 ? 1 : -1))
    },
    onWord(event: ToldEvent<{ value: string }>) {
      const key: string = event.currentTarget.dataset['key']
      this.set(key, event.detail.value)
    },
    onBreak(event: ToldEvent<{ value: string }>) {
      this.show(switchBreak(this.filled(), event.detail.value === 'on'))
    },
    onClock(event: TapEvent) {
      const key: string = event.currentTarget.dataset['key']
      const field = this.data.fields.find((each) => each.key === key)
      if (!field) return
      const { label: title, earliest: start, latest: end } = field
      this.setData({ picking: key, picker: { title, start, end, value: field.value || start } })
    },
    onPicked(event: ToldEvent<{ value: string }>) {
      const { picking } = this.data
      this.setData({ picking: '' })
      if (picking) this.set(picking, event.detail.value.slice(-5))
    },
    onPickerClose() {
      this.setData({ picking: '' })
    },
    onPress() {
      const { rule } = this.data
      const reading = readFields(rule as RuleId, this.filled())
      if (reading.ok) this.triggerEvent('choose', { rule, params: reading.params })
      else this.setData({ wrong: reading.field, sentence: reading.sentence })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
