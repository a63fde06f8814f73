// Decides how somebody looks for the missing children of a half day, until it is known where each is (L05).
import { limits, type AbsenceCause, type Half, type Instant, type Outcome } from '@class-pact/core/contract'
import { readMinute, writeMinute } from '../../../components/date-wheels/wheels'
import { askFamily, type Phone } from '../../../domains/class/phone-call'
import type { ContactView } from '../../../domains/roll/contact-view'
import { ABSENCE_WORDS } from '../../../domains/roll/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { citeOf } from '../../../services/sentences'
import { currentIdentity } from '../../../services/session'
import { presentMissing } from './present'

const send = createSender('roll.contact')
const CAUSES = (Object.keys(ABSENCE_WORDS) as AbsenceCause[]).map((value) => ({
  value,
  label: ABSENCE_WORDS[value],
  then: value === 'on_way' ? '继续计时' : '',
}))

definePage({
  data: {
    view: null as ReturnType<typeof presentMissing> | null,
    cite: citeOf(undefined),
    leads: false,
    /** What the cloud's clock is ahead of the phone's. */
    skew: 0,
    causes: CAUSES,
    /** Whom the panel is about. */
    about: null as ContactView | null,
    phones: [] as Phone[],
    choosing: false,
    /** Nobody of the family has a number. */
    numberless: false,
    words: '',
    wordsMax: limits.CONTACT_WORDS_MAX,
    incomplete: false,
    time: '',
    picking: false,
    picker: { value: '', start: '', end: '' },
  },
  /** When it happened; 0: now. */
  at: 0,
  query: { classId: '', day: '', half: '', childId: '', begin: '' },
  loadsOnShow: true,
  refusesOnTop: true,
  refusesInPanel: true,
  reads: 'roll.read',
  actsAs({ role, classId }, query) {
    if (role === 'principal' || role === 'office') return true
    return (role === 'head_teacher' || role === 'stand_in') && classId === query.classId
  },
  ask({ classId, day, half }) {
    return { classId, ...(day && { day }), ...(half && { half: half as Half }) }
  },
  present(roll) {
    const role = currentIdentity()?.role
    return {
      view: presentMissing(roll, this.now(), this.query.childId),
      cite: citeOf(roll.contactCite),
      leads: role === 'principal' || role === 'office',
    }
  },
  async load() {
    const reply = await this.read()
    if (!reply.ok) return
    // A fresh answer says how far the phone's clock is off; what is kept, and a repeat, say nothing.
    this.setData({ skew: reply.data.now - Date.now() })
    this.show()
    await this.begin()
  },
  /** Goes on with what was tapped on the card elsewhere, once. */
  async begin() {
    const { begin, childId } = this.query
    this.query = { ...this.query, begin: '' }
    if (begin === 'call') await this.call(childId)
    else if (begin === 'reached') this.reached(childId)
  },
  now(): Instant {
    return Date.now() + this.data.skew
  },
  viewOf(childId: string): ContactView | undefined {
    return this.data.view?.open.find((view) => view.childId === childId)
  },

  /** The numbers are read for this call and no other; back from it the panel asks what came of it. */
  async onCall(event: ToldEvent<{ childId: string }>) {
    await this.call(event.detail.childId)
  },
  async call(childId: string) {
    const about = this.viewOf(childId)
    const phones = about && (await this.act(() => askFamily(about.childId, about.name)))
    if (!phones) return
    this.setData({ about, phones })
    const [only, second] = phones
    if (second) this.setData({ choosing: true })
    else if (only) this.dial(only)
    else this.openOutcome(about, true)
  },
  onDial(event: TapEvent) {
    const phone = this.data.phones[Number(event.currentTarget.dataset['index'])]
    if (phone) this.dial(phone)
  },
  dial({ phone }: Phone) {
    const { about } = this.data
    wx.makePhoneCall({
      phoneNumber: phone,
      success: () => about && this.openOutcome(about),
      fail: () => this.setData({ choosing: false }),
    })
  },
  onStopChoosing() {
    this.setData({ choosing: false })
  },

  onReached(event: ToldEvent<{ childId: string }>) {
    this.reached(event.detail.childId)
  },
  reached(childId: string) {
    const about = this.viewOf(childId)
    if (about) this.openOutcome(about)
  },
  openOutcome(about: ContactView, numberless = false) {
    this.at = 0
    const fresh = { words: '', incomplete: false, time: formatMoment(this.now(), this.now()) }
    this.openPanel(about.childId, { about, numberless, choosing: false, ...fresh })
  },
  async onNoAnswer(event: ToldEvent<{ childId: string }>) {
    await this.note(event.detail.childId, 'no_answer')
  },
  async onArrived(event: ToldEvent<{ childId: string }>) {
    await this.note(event.detail.childId, 'arrived')
  },
  async onPanelOutcome(event: TapEvent) {
    await this.note(this.data.panel, event.currentTarget.dataset['outcome'] as Outcome)
  },
  async onCause(event: TapEvent) {
    const cause = event.currentTarget.dataset['cause'] as AbsenceCause
    if (cause === 'other' && !this.data.words.trim()) this.setData({ incomplete: true })
    else await this.note(this.data.panel, 'reached', cause)
  },
  /** One tap: now, or the time that was set. */
  async note(childId: string, outcome: Outcome, cause?: AbsenceCause) {
    const { answer } = this
    if (!answer) return
    const { classId, day, half } = answer
    const words = outcome === 'reached' ? this.data.words.trim() : ''
    const at = Math.round((this.data.panel && this.at) || this.now())
    const said = { outcome, ...(cause && { cause }), ...(words && { words }) }
    const roll = await this.act(() => send({ classId, day, half, childId, at, ...said }), childId)
    if (!roll) return
    this.answer = roll
    this.show()
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, incomplete: false })
  },
  onTime() {
    const since = this.data.about?.since ?? this.now()
    const value = writeMinute(this.at || this.now())
    this.setData({ picking: true, picker: { value, start: writeMinute(since), end: writeMinute(this.now()) } })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    this.at = Math.min(readMinute(event.detail.value), this.now())
    this.setData({ picking: false, time: formatMoment(this.at, this.now()) })
  },
  onPickerClose() {
    this.setData({ picking: false })
  },
  /** What else was looked for: leaders alone read it (H27). */
  onRecord() {
    if (this.answer) openPage(ROUTES.contactRecord({ schoolId: this.answer.schoolId, day: this.answer.day }))
  },
  onCite() {
    const { rule, pactVersion: version } = this.data.cite
    const schoolId = this.answer?.schoolId
    if (schoolId) openPage(ROUTES.pact({ schoolId, rule, version }))
  },
})
