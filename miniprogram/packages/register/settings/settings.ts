// Decides how leaders switch registers on and off: whole sets first, then one by one, area by area (screens.md 3.24).
import type { Input, RegisterArea } from '@class-pact/core/contract'
import { confirmOff } from '../../../domains/register/confirm-off'
import { APPRAISAL_SHEETS, openAppraisal } from '../../../domains/register/open-sheet'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { choosePreset, chooseVariant, presentSettings, switchOne, type SettingsView } from './present'

const switchRegisters = createSender('register.switch')

definePage({
  data: {
    view: null as SettingsView | null,
    /** Whole sets are offered: on the first visit, and when they are asked for. */
    offering: false,
    preset: '',
  },
  area: 'home' as RegisterArea,
  query: { schoolId: '' },
  reads: 'register.settings',
  /** Also after one was changed on the page above. */
  loadsOnShow: true,
  refusesOnTop: true,
  wasAsked: false,
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present(settings): object {
    if (!this.wasAsked && settings.version === 0 && settings.presets.length > 0) this.setData({ offering: true })
    this.wasAsked = true
    return { view: presentSettings(settings, this.area, this.data.preset) }
  },
  onPreset(event: TapEvent) {
    this.setData({ preset: event.currentTarget.dataset['id'] as string })
    this.show()
  },
  onOffer() {
    this.setData({ offering: true, preset: '' })
    this.show()
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  onOneByOne() {
    this.setData({ offering: false })
  },
  onArea(event: ToldEvent<{ value: RegisterArea }>) {
    this.area = event.detail.value
    this.show()
  },
  async onAdopt() {
    const { answer } = this
    const changes = answer ? choosePreset(answer, this.data.preset) : []
    // What is on already is no change.
    if (changes.length > 0 && !(await this.change(changes))) return
    this.area = this.data.view?.firstArea ?? this.area
    this.setData({ offering: false })
    this.show()
  },
  async onOption(event: TapEvent) {
    const { variant, option } = event.currentTarget.dataset as { variant: string; option: string }
    const changes = this.answer ? chooseVariant(this.answer, variant, option) : []
    if (changes.length > 0) await this.change(changes)
  },
  async onSwitch(event: TapEvent) {
    const register = event.currentTarget.dataset['id'] as string
    const line = this.answer?.lines.find((each) => each.register === register)
    if (!line || (line.on && !(await confirmOff(line.title)))) return
    await this.change([switchOne(line, !line.on)])
  },
  async change(changes: Input<'register.switch'>['changes']): Promise<boolean> {
    const { answer } = this
    if (!answer) return false
    const { schoolId, version: seen } = answer
    const settings = await this.act(() => switchRegisters({ schoolId, seen, changes }))
    if (!settings) return false
    this.answer = settings
    this.show()
    return true
  },
  onRegister(event: TapEvent) {
    const { schoolId } = this.query
    openPage(ROUTES.registerSetting({ schoolId, register: event.currentTarget.dataset['id'] as string }))
  },
  async onAppraisal() {
    const itemList = APPRAISAL_SHEETS.map(({ label }) => label)
    const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined)
    const kind = chosen && APPRAISAL_SHEETS[chosen.tapIndex]?.kind
    const { schoolId } = this.query
    if (kind && (await this.act(() => openAppraisal({ schoolId, kind })))) this.setData({ refusal: null })
  },
  onOwn() {
    openPage(ROUTES.registerOwn({ schoolId: this.query.schoolId }))
  },
})
