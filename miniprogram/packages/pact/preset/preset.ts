// Decides how a principal changes the pact: choices, what they would have done (screens.md 3.18).
import { addDays } from '@class-pact/core/calendar'
import type { Day, OwnPaper, Pact, PactChanges } from '@class-pact/core/contract'
import { ADOPT_AHEAD_DAYS, chooseOption, earliestEffective, maySoften } from '@class-pact/core/pact'
import type { Params, VariantId } from '@class-pact/core/pact'
import { createSender } from '../../../services/cloud'
import { formatLongDate } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { loadPage, submitOnce } from '../../../services/page-frame'
import { ROUTES, goBack, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { dropWork, readWork } from '../paper/kept-work'
import { changesOf, ownOf } from '../paper/work'
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
  query: { schoolId: '', paper: '', soft: '' },
  base: undefined as Pact | undefined,
  changes: { rules: {} } as PactChanges,
  /** The school's own paper, whose lines the new version is cited by. */
  own: undefined as OwnPaper | undefined,

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
      this.begin()
      return this.describe()
    })
  },
  /** Nothing changed yet; or what the school's own paper says, or a rule that is to tell only. */
  begin() {
    const { schoolId, paper, soft } = this.query
    const work = paper ? readWork(schoolId) : undefined
    this.changes = work ? changesOf(work) : { rules: {}, ...(maySoften(soft) && { soft: { [soft]: true } }) }
    this.own = work && ownOf(work)
  },
  /** What is set here by hand is no longer what the paper says: its line would be a false witness. */
  setRules(rules: PactChanges['rules']) {
    this.changes = { ...this.changes, rules: { ...this.changes.rules, ...rules } }
    if (this.own) this.own = { ...this.own, lines: withoutRules(this.own.lines, Object.keys(rules)) }
    this.setData(this.describe())
  },
  /** The page's data for the choices as they are now. */
  describe(): { view: PresetView | null; impact: string; refusal: null } {
    const kind = currentIdentity()?.schoolKind ?? 'primary'
    const view = this.base ? presentChoices(this.base, this.changes, kind, Date.now(), this.own) : null
    return { view, impact: '', refusal: null }
  },

  onPreset(event: ToldEvent<{ value: string }>) {
    const { value } = event.detail
    this.changes = { ...(value !== AS_IT_IS && { preset: value }), rules: {} }
    this.own = undefined
    this.setData(this.describe())
  },
  onOption(event: TapEvent) {
    const { variant, value } = event.currentTarget.dataset as { variant: VariantId; value: string }
    if (!this.base) return
    const draft = draftOf(this.base, this.changes, Date.now())
    this.setRules(chooseOption(draft, variant, value))
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
    this.setData({ setting: false })
    this.setRules({ [rule]: params })
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
    const { changes, own } = this
    const { schoolId } = this.query
    const { view, effectiveFrom } = this.data
    if (!view) return
    const reply = await submitOnce(this, () => adopt({ schoolId, changes, own, version: view.version, effectiveFrom }))
    if (!reply) return
    if (reply.ok) {
      if (own) dropWork(schoolId)
      return goBack()
    }
    this.setData({ refusal: presentRefusal(reply.error) })
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  onPaper() {
    openPage(ROUTES.paper({ schoolId: this.query.schoolId }))
  },
  /** A rule only tells, or stops again. */
  onSoft(event: TapEvent) {
    const rule = event.currentTarget.dataset['rule'] as string
    const isSoft = this.data.view?.soft.some((line) => line.rule === rule && line.on) ?? false
    this.changes = { ...this.changes, soft: { ...this.changes.soft, [rule]: !isSoft } }
    this.setData(this.describe())
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

function withoutRules(lines: OwnPaper['lines'], rules: readonly string[]): OwnPaper['lines'] {
  return Object.fromEntries(Object.entries(lines).filter(([rule]) => !rules.includes(rule)))
}
