// Decides how one reads the pact: tab by tab, a tap opens a rule's source; a refusal leads straight to its rule.
import type { Input, PactHistory } from '@class-pact/core/contract'
import type { RuleGroup } from '@class-pact/core/pact'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { noteSeen } from '../../../domains/pact/news'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader, isTeacher } from '../../../services/session'
import { bringFile, openFile, sendFile, type Brought } from '../../../services/take-along'
import {
  GROUPS,
  groupOf,
  isNews,
  listChanges,
  listRules,
  listVersions,
  nextVersion,
  noteVersion,
  presentPact,
  versionBefore,
  type ChangeLine,
  type PactView,
  type RuleLine,
  type VersionLine,
} from './present'

const print = createSender('pact.print')

/** From here down a rule is scrolled to, so that it stands this far below the screen's top, px. */
const LOWER_PART = 0.6
const BELOW_BARS = 160

/** Every version, however many pages they are. */
async function readHistory(schoolId: string): Promise<PactHistory | undefined> {
  const versions: PactHistory['versions'] = []
  for (let before: number | undefined; ;) {
    const reply = await call('pact.history', { schoolId, ...(before !== undefined && { before }) })
    if (!reply.ok) return undefined
    versions.push(...reply.data.versions)
    before = reply.data.next
    if (before === undefined) return { ...reply.data, versions }
  }
}

definePage({
  data: {
    groups: GROUPS.map((name) => ({ name })),
    group: '内容' as RuleGroup,
    view: null as PactView | null,
    rules: [] as RuleLine[],
    /** The versions that are not shown. */
    versions: [] as VersionLine[],
    note: '',
    /** The version to come, which the note leads to. */
    next: 0,
    /** What this version changed in the one before. */
    changes: [] as ChangeLine[],
    changesTitle: '',
    /** They are news: they stand above the pact. */
    fresh: false,
    mayChange: false,
    mayPrint: false,
    /** The printed sheet, once it is made. */
    file: null as Brought | null,
    /** The rule whose source is open. */
    open: '',
  },
  query: { schoolId: '', rule: '', version: '' },
  version: undefined as number | undefined,
  /** Also after the pact was changed on the page above. */
  loadsOnShow: true,
  reads: 'pact.read',
  onLoad() {
    const { rule, version } = this.query
    this.version = Number(version) || undefined
    this.setData({ group: groupOf(rule), open: rule })
  },
  ask(): Input<'pact.read'> | undefined {
    const schoolId = this.query.schoolId || currentIdentity()?.schoolId
    return schoolId ? { schoolId, ...(this.version && { version: this.version }) } : undefined
  },
  present(pact): object {
    return { view: presentPact(pact), rules: listRules(pact, this.data.group) }
  },
  async load() {
    await this.read()
    if (this.data.open) this.showOpenRule()
    await this.loadVersions()
  },
  /** What stands around the pact; without it the pact is read all the same. */
  async loadVersions() {
    const { answer: pact } = this
    if (!pact) return
    const { schoolId, version } = pact
    const history = await readHistory(schoolId)
    if (!history) return
    const identity = currentIdentity()
    this.setData({
      note: noteVersion(version, history),
      next: nextVersion(version, history),
      versions: listVersions(version, history),
      mayChange: identity?.role === 'principal' && identity.schoolId === schoolId,
      mayPrint: (isTeacher(identity?.role) || isLeader(identity?.role)) && identity?.schoolId === schoolId,
    })
    await this.loadChanges(history)
  },
  /** What is new in it, in plain words. */
  async loadChanges(history: PactHistory) {
    const { answer: pact } = this
    const version = pact && versionBefore(pact, history)
    if (!pact || version === undefined) return this.setData({ changes: [] })
    const reply = await call('pact.read', { schoolId: pact.schoolId, version })
    if (!reply.ok || this.answer !== pact) return
    this.setData({
      changes: listChanges(reply.data, pact),
      changesTitle: `第${pact.version}版和第${version}版比`,
      fresh: isNews(pact.version, history),
    })
    noteSeen(pact.schoolId, pact.version)
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
  onGroup(event: TapEvent) {
    const group: RuleGroup = event.currentTarget.dataset['group']
    if (this.answer) this.setData({ group, open: '', rules: listRules(this.answer, group) })
  },
  onRule(event: TapEvent) {
    const id: string = event.currentTarget.dataset['id']
    this.setData({ open: this.data.open === id ? '' : id })
  },
  onVersion(event: TapEvent) {
    this.version = event.currentTarget.dataset['version'] as number
    this.setData({ open: '', note: '', next: 0, changes: [], file: null })
    void wx.pageScrollTo({ scrollTop: 0 })
    void this.load()
  },
  onChange() {
    if (this.answer) openPage(ROUTES.preset({ schoolId: this.answer.schoolId }))
  },
  /** The version that is read, as a sheet for the wall. */
  async onPrint() {
    const { answer: pact } = this
    if (!pact) return
    const { schoolId, version } = pact
    const file = await this.act(() => bringFile(print({ schoolId, version })))
    if (file) this.setData({ file, refusal: null })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  async onOpenFile() {
    const { file } = this.data
    if (file && (await this.act(() => openFile(file)))) this.setData({ refusal: null })
  },
  onSendFile() {
    const { file } = this.data
    if (file) sendFile(file)
  },
})
