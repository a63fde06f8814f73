// Decides how a principal changes the pact: choices, what they would have done (screens.md 3.18).
import { addDays } from '@class-pact/core/calendar'
import type { Day, Pact, PactChanges } from '@class-pact/core/contract'
import { ADOPT_AHEAD_DAYS, chooseOption, earliestEffective } from '@class-pact/core/pact'
import type { Params, VariantId } from '@class-pact/core/pact'
import { createSender } from '../../../services/cloud'
import { formatLongDate } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { loadPage, submitOnce } from '../../../services/page-frame'
import { goBack } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import {
  AS_IT_IS,
  draftOf,
  presentAdoption,
  presentChoices,
  presentImpact,
  presentRefusal,
  type PresetView,
} from './present'

const preview = createSender('pact.preview')
const adopt = createSender('pact.adopt')

definePage({
  data: {
    view: null as PresetView | null,
    /** What the choices would have done; empty until asked, and again after every change. */
    impact: '',
    effectiveFrom: '' as Day,
    earliest: '' as Day,
    latest: '' as Day,
    day: '',
    adoption: '',
    picking: false,
    /** The panel for the parameters of one rule. */
    setting: false,
    editing: { rule: '', title: '', params: {} as Params },
  },
  query: { schoolId: '' },
  base: undefined as Pact | undefined,
  changes: { rules: {} } as PactChanges,

  reads: 'pact.history',
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return currentIdentity()?.role === 'principal' ? { schoolId } : undefined
  },
  /** The newest version is what is changed, also one that has not begun. */
  async load() {
    const { schoolId } = this.query
    const found = await this.read()
    const newest = found.ok ? found.data.versions[0] : undefined
    if (!newest) return
    await loadPage(this, 'pact.read', { schoolId, version: newest.version }, (pact) => {
      this.base = pact
      this.changes = { rules: {} }
      return this.describe()
    })
  },
  /** The page's data for the choices as they are now. */
  describe(): { view: PresetView | null; impact: string; refusal: null } {
    const kind = currentIdentity()?.schoolKind ?? 'primary'
    const view = this.base ? presentChoices(this.base, this.changes, kind, Date.now()) : null
    return { view, impact: '', refusal: null }
  },

  onPreset(event: ToldEvent<{ value: string }>) {
    const { value } = event.detail
    this.changes = { ...(value !== AS_IT_IS && { preset: value }), rules: {} }
    this.setData(this.describe())
  },
  onOption(event: TapEvent) {
    const { variant, value } = event.currentTarget.dataset as { variant: VariantId; value: string }
    if (!this.base) return
    const draft = draftOf(this.base, this.changes, Date.now())
    this.changes = { ...this.changes, rules: { ...this.changes.rules, ...chooseOption(draft, variant, value) } }
    this.setData(this.describe())
  },

  onSetting(event: TapEvent) {
    const rule: string = event.currentTarget.dataset['rule']
    const title = this.data.view?.settings.find((line) => line.rule === rule)?.title ?? ''
    if (!this.base) return
    const params = draftOf(this.base, this.changes, Date.now()).rules[rule] ?? {}
    this.setData({ setting: true, editing: { rule, title, params } })
  },
  onSettings(event: ToldEvent<{ rule: string; params: Params }>) {
    const { rule, params } = event.detail
    this.changes = { ...this.changes, rules: { ...this.changes.rules, [rule]: params } }
    this.setData({ setting: false, ...this.describe() })
  },
  onSettingClose() {
    this.setData({ setting: false })
  },

  async onPress() {
    await (this.data.impact ? this.adopt() : this.preview())
  },
  async preview() {
    const { changes } = this
    const { schoolId } = this.query
    const reply = await submitOnce(this, () => preview({ schoolId, changes }))
    if (!reply) return
    if (!reply.ok) return this.setData({ refusal: presentRefusal(reply.error) })
    const earliest = earliestEffective(Date.now())
    const latest = addDays(earliest, ADOPT_AHEAD_DAYS - 1)
    this.setData({ impact: presentImpact(reply.data), refusal: null, earliest, latest, ...this.from(earliest) })
    void wx.pageScrollTo({ selector: '#impact' })
  },
  from(effectiveFrom: Day) {
    const adoption = presentAdoption(this.data.view?.version ?? 0, effectiveFrom)
    return { effectiveFrom, adoption, day: formatLongDate(effectiveFrom) }
  },
  async adopt() {
    const { changes } = this
    const { schoolId } = this.query
    const { view, effectiveFrom } = this.data
    if (!view) return
    const reply = await submitOnce(this, () => adopt({ schoolId, changes, version: view.version, effectiveFrom }))
    if (!reply) return
    if (reply.ok) return goBack()
    this.setData({ refusal: presentRefusal(reply.error) })
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  onPick() {
    this.setData({ picking: true })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    this.setData({ picking: false, ...this.from(event.detail.value.slice(0, 10)) })
  },
  onPickerClose() {
    this.setData({ picking: false })
  },
  /** Another try; or somebody was faster, then on from the version that came of it. */
  onWay(event: ToldEvent<{ code: string }>) {
    void (event.detail.code === 'retry' ? this.onPress() : this.load())
  },
})
