// Decides the form after a call: prefilled, so that noting it down is one tap (screens.md 3.9).
import { limits } from '@class-pact/core/contract'
import type { FollowUpWay } from '@class-pact/core/contract'
import { formatMoment } from '../../../../../services/format'
import type { Phone } from '../../../../../domains/class/phone-call'
import { readMinute, writeMinute } from '../../../../../components/date-wheels/wheels'
import { OTHER, WAY_OPTIONS, completeForm, toldOptions } from './form'

/** How far back a call may lie that is noted down late: a month (ms). */
const AGO_MS = 31 * 86_400_000

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    /** The child. */
    name: { type: String, value: '' },
    /** Who was called, if anybody was. */
    told: { type: String, value: '' },
    phones: { type: Array, value: [] as Phone[] },
    /** The row has a follow-up already: this takes it back. */
    takesBack: { type: Boolean, value: false },
    refusal: { type: Object, optionalTypes: [null], value: null as object | null },
    busy: { type: Boolean, value: false },
  },
  data: {
    ways: WAY_OPTIONS,
    way: 'phone' as FollowUpWay,
    people: toldOptions([]),
    person: OTHER,
    otherName: '',
    /** When they were told; `time` says it. */
    at: 0,
    time: '',
    picking: false,
    pickerValue: '',
    pickerStart: '',
    pickerEnd: '',
    result: '',
    count: `0/${limits.FOLLOW_UP_RESULT_MAX}`,
    resultMax: limits.FOLLOW_UP_RESULT_MAX,
    nameMax: limits.NAME_MAX,
    /** Nobody is named yet. */
    incomplete: false,
  },
  observers: {
    'visible, told'(visible: boolean, told: string) {
      if (visible) this.start(told)
    },
  },
  methods: {
    start(told: string) {
      const now = Date.now()
      const people = toldOptions(this.data.phones.map(({ card }) => card))
      this.setData({
        at: now,
        way: told ? 'phone' : 'paper',
        people,
        person: people.some(({ value }) => value === told) ? told : (people[0]?.value ?? OTHER),
        otherName: '',
        time: formatMoment(now, now),
        pickerStart: writeMinute(now - AGO_MS),
        pickerEnd: writeMinute(now),
        result: '',
        count: `0/${limits.FOLLOW_UP_RESULT_MAX}`,
        incomplete: false,
      })
    },
    onHow(event: WechatMiniprogram.CustomEvent<{ value: FollowUpWay }>) {
      this.setData({ way: event.detail.value })
    },
    onPerson(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ person: event.detail.value, incomplete: false })
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ otherName: event.detail.value, incomplete: false })
    },
    onResult(event: WechatMiniprogram.Input) {
      const { value } = event.detail
      this.setData({ result: value, count: `${value.length}/${limits.FOLLOW_UP_RESULT_MAX}` })
    },
    onTime() {
      this.setData({ picking: true, pickerValue: writeMinute(this.data.at) })
    },
    onPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const at = Math.min(readMinute(event.detail.value), Date.now())
      this.setData({ picking: false, at, time: formatMoment(at, Date.now()) })
    },
    onPickerClose() {
      this.setData({ picking: false })
    },
    onPress() {
      const { way, person, otherName, at, result } = this.data
      const form = completeForm(way, person === OTHER ? otherName : person, at, result)
      if (form) this.triggerEvent('submit', form)
      else this.setData({ incomplete: true })
    },
    onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      if (event.detail.code === 'retry') this.onPress()
      else this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
