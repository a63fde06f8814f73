// Decides how leaders set one register: look at what it asks, change its numbers, switch it on or off.
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, goBack, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { confirmOff } from '../../../domains/register/confirm-off'
import { findLine, presentSetting, type SettingView } from './present'
import { fillValues, isChanged, readValues, stepValue, type Filled } from './values'

const switchRegisters = createSender('register.switch')

definePage({
  data: {
    view: null as SettingView | null,
    /** The number that does not fit, and why. */
    wrong: '',
    sentence: '',
    /** The time that is being chosen. */
    picking: '',
    picker: { title: '', start: '', end: '', value: '' },
  },
  query: { schoolId: '', register: '' },
  filled: {} as Filled,
  reads: 'register.settings',
  loadsOnShow: true,
  refusesOnTop: true,
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present(settings): object {
    const line = findLine(settings, this.query.register)
    this.filled = fillValues(line?.values ?? [])
    return { view: line ? presentSetting(line, this.filled) : null, wrong: '', sentence: '' }
  },
  line() {
    return this.answer && findLine(this.answer, this.query.register)
  },
  set(key: string, value: string) {
    const line = this.line()
    if (!line) return
    this.filled = { ...this.filled, [key]: value }
    this.setData({ view: presentSetting(line, this.filled), wrong: '', sentence: '' })
  },
  onStep(event: TapEvent) {
    const { key, by } = event.currentTarget.dataset as { key: string; by: number }
    const value = this.line()?.values.find((each) => each.key === key)
    if (value) this.set(key, stepValue(value, this.filled[key] ?? '', by > 0 ? 1 : -1))
  },
  /** What is typed stays in the field as it is. */
  onType(event: WechatMiniprogram.Input) {
    const line = this.line()
    if (!line) return
    this.filled = { ...this.filled, [event.currentTarget.dataset['key'] as string]: event.detail.value }
    this.setData({ 'view.changed': isChanged(line.values, this.filled), wrong: '', sentence: '' })
  },
  onClock(event: TapEvent) {
    const key = event.currentTarget.dataset['key'] as string
    const value = this.data.view?.values.find((each) => each.key === key)
    if (!value) return
    const { label: title, earliest: start, latest: end } = value
    this.setData({ picking: key, picker: { title, start, end, value: value.value } })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking } = this.data
    this.setData({ picking: '' })
    if (picking) this.set(picking, event.detail.value.slice(-5))
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },
  async onSave() {
    const line = this.line()
    if (!line) return
    const reading = readValues(line, this.filled)
    if (!reading.ok) return this.setData({ wrong: reading.key, sentence: reading.sentence })
    const { values } = reading
    if (await this.switchTo(true, values.length > 0 ? { values } : {})) goBack()
  },
  async onOff() {
    const { view } = this.data
    if (view && (await confirmOff(view.title)) && (await this.switchTo(false))) goBack()
  },
  async switchTo(on: boolean, more: { values?: { key: string; value: number | string }[] } = {}): Promise<boolean> {
    const { answer } = this
    if (!answer) return false
    const { schoolId, version: seen } = answer
    const changes = [{ register: this.query.register, on, ...more }]
    return (await this.act(() => switchRegisters({ schoolId, seen, changes }))) !== undefined
  },
  onOwn() {
    openPage(ROUTES.registerOwn(this.query))
  },
  onTable() {
    openPage(ROUTES.registerTable(this.query))
  },
})
