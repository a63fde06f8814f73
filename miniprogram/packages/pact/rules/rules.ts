// Decides how one reads the pact: tab by tab, a tap opens a rule's source; a refusal leads straight to its rule.
import type { Pact } from '@class-pact/core/contract'
import type { RuleGroup } from '@class-pact/core/pact'
import { dressPage, loadPage, newFrame } from '../../../services/page-frame'
import { currentIdentity } from '../../../services/session'
import { GROUPS, groupOf, listRules, presentPact, type PactView, type RuleLine } from './present'

/** From here down a rule is scrolled to, so that it stands this far below the screen's top, px. */
const LOWER_PART = 0.6
const BELOW_BARS = 160

Page({
  data: {
    frame: newFrame(),
    groups: GROUPS.map((name) => ({ name })),
    group: '内容' as RuleGroup,
    view: null as PactView | null,
    rules: [] as RuleLine[],
    /** The rule whose source is open. */
    open: '',
  },
  schoolId: '',
  version: undefined as number | undefined,
  pact: undefined as Pact | undefined,
  onLoad({ schoolId = '', rule = '', version = '' }) {
    this.schoolId = schoolId
    this.version = Number(version) || undefined
    this.setData({ group: groupOf(rule), open: rule })
    void this.reload()
  },
  onShow() {
    dressPage(this)
  },
  async reload() {
    await loadPage(
      this,
      'pact.read',
      () => {
        const schoolId = this.schoolId || currentIdentity()?.schoolId
        return schoolId ? { schoolId, ...(this.version && { version: this.version }) } : undefined
      },
      (pact) => {
        this.pact = pact
        return { view: presentPact(pact), rules: listRules(pact, this.data.group) }
      },
    )
    if (this.data.open) this.showOpenRule()
  },
  /** A rule further down is brought onto the screen; one that is there already stays. */
  showOpenRule() {
    const selector = `#rule-${this.data.open}`
    wx.createSelectorQuery()
      .select(selector)
      .boundingClientRect((found) => {
        const rect = found as { top: number } | null
        const { windowHeight } = wx.getWindowInfo()
        if (rect && rect.top > windowHeight * LOWER_PART) void wx.pageScrollTo({ selector, offsetTop: -BELOW_BARS })
      })
      .exec()
  },
  onGroup(event: WechatMiniprogram.TouchEvent) {
    const group: RuleGroup = event.currentTarget.dataset['group']
    if (this.pact) this.setData({ group, open: '', rules: listRules(this.pact, group) })
  },
  onRule(event: WechatMiniprogram.TouchEvent) {
    const id: string = event.currentTarget.dataset['id']
    this.setData({ open: this.data.open === id ? '' : id })
  },
  onOlder() {
    this.version = this.data.view?.older
    this.setData({ open: '' })
    void this.reload()
  },
})
