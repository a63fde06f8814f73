// Decides the form after a call: prefilled, so that noting it down is one tap (screens.md 3.9).
import { limits } from '@class-pact/core/contract'
import type { FollowUp, FollowUpWay, Instant } from '@class-pact/core/contract'
import { formatMoment } from '../../../../../services/format'
import { keepOwn, readOwn } from '../../../../../services/own-state'
import type { Phone } from '../../../../../domains/class/phone-call'
import { readMinute, writeMinute } from '../../../../../components/date-wheels/wheels'
import { OTHER, WAY_OPTIONS, completeForm, paperOptions, toldOptions } from './form'

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
    /** A signed paper was scanned. */
    paper: { type: Boolean, value: false },
    /** The follow-up that stands: this takes it back. */
    was: { type: Object, optionalTypes: [null], value: null as FollowUp | null },
    /** What has happened with this child. */
    history: { type: Array, value: [] as string[] },
    refusal: { type: Object, optionalTypes: [null], value: null as object | null },
    busy: { type: Boolean, value: false },
  },
  data: {
    ways: WAY_OPTIONS,
    way: 'phone' as FollowUpWay,
    people: toldOptions([]),
    person: OTHER,
    otherName: '',
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
    /** When somebody was told; the view shows it in words. */
    toldAt(): Instant {
      return readOwn(this, { at: Date.now() }).at
    },
    was(): FollowUp | null {
      return this.data.was as FollowUp | null
    },
    start(told: string) {
      const now = Date.now()
      keepOwn(this, { at: now })
      const { paper } = this.data
      const was = this.was()
      const people = paper ? paperOptions() : toldOptions(this.data.phones.map(({ card }) => card))
      this.setData({
        way: was?.way ?? (told ? 'phone' : 'paper'),
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
    onHow(event: ToldEvent<{ value: FollowUpWay }>) {
      this.setData({ way: event.detail.value })
    },
    onPerson(event: ToldEvent<{ value: string }>) {
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
      this.setData({ picking: true, pickerValue: writeMinute(this.toldAt()) })
    },
    onPicked(event: ToldEvent<{ value: string }>) {
      const at = Math.min(readMinute(event.detail.value), Date.now())
      keepOwn(this, { at })
      this.setData({ picking: false, time: formatMoment(at, Date.now()) })
    },
    onPickerClose() {
      this.setData({ picking: false })
    },
    onPress() {
      const { way, person, otherName, result } = this.data
      const told = this.was()?.told ?? (person === OTHER ? otherName : person)
      const form = completeForm(way, told, this.toldAt(), result)
      if (form) this.triggerEvent('submit', form)
      else this.setData({ incomplete: true })
    },
    onWay(event: ToldEvent<{ code: string }>) {
      if (event.detail.code === 'retry') this.onPress()
      else this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
