// Decides what is done about a child who fell ill or was hurt: each step one tap, then how it ended (L06, L07).
import {
  limits,
  type HospitalWay,
  type Incident,
  type IncidentOutcome,
  type IncidentSign,
  type IncidentStep,
} from '@class-pact/core/contract'
import { readMinute, writeMinute } from '../../../components/date-wheels/wheels'
import { presentPhones } from '../../../domains/class/phone-call'
import {
  INCIDENT_OUTCOME_WORDS,
  INCIDENT_SIGN_WORDS,
  INCIDENT_STEP_WORDS,
  chipsOf,
} from '../../../domains/incident/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { offer } from '../../../services/way-outs'
import { WAY_CHIPS, presentIncident, type IncidentView } from './present'

const note = createSender('incident.note')
const stamp = createSender('incident.step')
const correct = createSender('incident.correct')
const close = createSender('incident.close')
const askPhones = createSender('incident.phones')

/** How far back a time may be put: as the cloud takes it (core/incident). */
const BACK_MS = 12 * 60 * 60_000

/** What a panel is filled with. */
const NOTHING = {
  ...{ signs: [] as IncidentSign[], words: '', outcome: '' as '' | IncidentOutcome },
  ...{ time: '', to: '', way: '' as '' | HospitalWay, panelTitle: '' },
}

definePage({
  data: {
    view: null as IncidentView | null,
    signChips: chipsOf(INCIDENT_SIGN_WORDS),
    outcomes: chipsOf(INCIDENT_OUTCOME_WORDS),
    ways: WAY_CHIPS,
    ...NOTHING,
    picking: false,
    pickerStart: '',
    pickerEnd: '',
    pickerValue: '',
    wordsMax: limits.WORDS_MAX,
    toMax: limits.LABEL_MAX,
  },
  query: { incidentId: '' },
  /** Whom the teacher has rung up last: it goes with the time. */
  called: '',
  /** The time that the panel shows in words. */
  at: 0,
  reads: 'incident.read',
  loadsOnShow: true,
  refusesOnTop: true,
  refusesInPanel: true,
  ask({ incidentId }) {
    return incidentId ? { incidentId } : undefined
  },
  present(incident) {
    return { view: presentIncident(incident, Date.now()) }
  },
  /** What the cloud answers to an act is the incident as it is now. */
  take(changed: Incident | undefined) {
    if (!changed) return
    this.answer = changed
    this.show()
  },

  async onStamp(event: TapEvent) {
    const { step, way } = event.currentTarget.dataset as { step: IncidentStep; way: '' | HospitalWay }
    const { incidentId } = this.query
    const to = step === 'guardian' ? this.called : ''
    this.take(await this.act(() => stamp({ incidentId, step, ...(way && { way }), ...(to && { to }) })))
  },
  async onCall() {
    const { incidentId } = this.query
    const reply = await this.act(() => askPhones({ incidentId }))
    if (!reply) return
    const name = this.answer?.childName ?? ''
    const phones = presentPhones(reply.phones, name)
    if (phones.length === 0) {
      return this.setData({ refusal: plainRefusal(`名单里没有${name}家的电话。`, [offer('acknowledge')]) })
    }
    const chosen = phones.length === 1 ? 0 : await this.chooseOf(phones.map(({ card, masked }) => `${card} ${masked}`))
    const phone = chosen === undefined ? undefined : phones[chosen]
    if (!phone) return
    this.called = phone.card
    wx.makePhoneCall({ phoneNumber: phone.phone, fail: () => undefined })
  },
  async chooseOf(itemList: string[]): Promise<number | undefined> {
    return (await wx.showActionSheet({ itemList }).catch(() => undefined))?.tapIndex
  },

  onNote() {
    this.openPanel('note', { ...NOTHING, panelTitle: '补写情况' })
  },
  onOutcome() {
    this.openPanel('close', { ...NOTHING, panelTitle: '结果' })
  },
  /** A stamp that is there is put right; one that is not is given another time than now. */
  onStep(event: TapEvent) {
    const step = event.currentTarget.dataset['step'] as IncidentStep
    const now = Date.now()
    const { at = now, to = '', way = '' } = this.answer?.stamps[step] ?? {}
    this.at = at
    this.openPanel(step, {
      ...NOTHING,
      time: formatMoment(at, now),
      to,
      way,
      panelTitle: INCIDENT_STEP_WORDS[step],
    })
  },
  onSigns(event: ToldEvent<{ values: IncidentSign[] }>) {
    this.setData({ signs: event.detail.values })
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
  },
  onTo(event: WechatMiniprogram.Input) {
    this.setData({ to: event.detail.value })
  },
  onHow(event: ToldEvent<{ value: HospitalWay }>) {
    this.setData({ way: event.detail.value })
  },
  onEnd(event: ToldEvent<{ value: IncidentOutcome }>) {
    this.setData({ outcome: event.detail.value })
  },
  onTime() {
    const now = Date.now()
    this.setData({
      picking: true,
      pickerStart: writeMinute(now - BACK_MS),
      pickerEnd: writeMinute(now),
      pickerValue: writeMinute(this.at),
    })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const at = Math.min(readMinute(event.detail.value), Date.now())
    this.at = at
    this.setData({ picking: false, time: formatMoment(at, Date.now()) })
  },
  onPickerClose() {
    this.setData({ picking: false })
  },

  async onSend() {
    const { incidentId } = this.query
    const { panel, outcome, signs } = this.data
    const words = this.data.words.trim()
    if (panel === 'note') {
      if (signs.length === 0 && !words) return
      this.take(await this.act(() => note({ incidentId, signs, ...(words && { words }) })))
    } else if (panel === 'close') {
      if (outcome) this.take(await this.act(() => close({ incidentId, outcome, ...(words && { words }) })))
    } else await this.sendStep(panel as IncidentStep)
  },
  async sendStep(step: IncidentStep) {
    const { incidentId } = this.query
    const { at } = this
    const { way } = this.data
    const to = this.data.to.trim()
    const said = { at, ...(way && { way }), ...(to && { to }) }
    const notedAt = this.answer?.stamps[step]?.notedAt
    this.take(
      await this.act(() =>
        notedAt === undefined
          ? stamp({ incidentId, step, ...said })
          : correct({ incidentId, step, notedAt, stamp: said }),
      ),
    )
  },
  /** It was not done: the stamp goes, and what it was stays below. */
  async onTakeBack() {
    const { incidentId } = this.query
    const step = this.data.panel as IncidentStep
    const notedAt = this.answer?.stamps[step]?.notedAt
    if (notedAt !== undefined) this.take(await this.act(() => correct({ incidentId, step, notedAt })))
  },
  onPanelWay(event: ToldEvent<{ code: string }>) {
    if (event.detail.code === 'retry' && this.data.panelRefusal?.sentence.startsWith('别的老师')) this.onClosePanel()
    else if (event.detail.code === 'retry') return this.onSend()
    else this.onClosePanel()
    return this.load()
  },
})
