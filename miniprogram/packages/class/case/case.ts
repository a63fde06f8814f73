// Decides how a breach is answered: a case is opened, its one open step is taken (screens.md 3.17, G04–G06).
import { limits, type CaseStep } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { currentIdentity, isLeader } from '../../../services/session'
import { CASE_RULES, presentCase, type CaseView } from './present'

const open = createSender('case.open')
const step = createSender('case.step')
const close = createSender('case.close')

/** What is being written: a step, or '' for the settlement. */
interface Writing {
  step: '' | CaseStep
  title: string
  effect: string
}
const NOTHING: Writing = { step: '', title: '', effect: '' }

definePage({
  data: {
    cases: [] as CaseView[],
    /** The guardian a new case would be about. */
    about: '',
    rules: CASE_RULES,
    rule: '',
    evidence: '',
    writing: NOTHING,
    canClose: true,
    wordsMax: limits.WORDS_MAX,
  },
  /** `childId`, `card`, `since`: a guardian as the list of members names them; without: only looking. */
  query: { classId: '', schoolId: '', childId: '', card: '', since: '' },
  reads: 'case.list',
  list: 'cases',
  onLoad() {
    this.setData({ about: this.query.card })
    void this.load()
  },
  actsAs({ role, classId, schoolId, office }, query) {
    return query.classId
      ? (role === 'head_teacher' || role === 'teacher') && classId === query.classId
      : (isLeader(role) || office === 'discipline') && schoolId === query.schoolId
  },
  ask({ classId, schoolId }) {
    if (classId) return { of: 'class', classId }
    return schoolId ? { of: 'school', schoolId } : undefined
  },
  present({ cases }) {
    return {
      cases: cases.map((each) => presentCase(each, Date.now())),
      // A subject teacher takes the first step; the rest is the head teacher's (M18).
      canClose: currentIdentity()?.role !== 'teacher',
    }
  },
  onRule(event: ToldEvent<{ value: string }>) {
    this.setData({ rule: event.detail.value })
  },
  onEvidence(event: WechatMiniprogram.Input) {
    this.setData({ evidence: event.detail.value })
  },
  async onOpen() {
    const { childId, card, since } = this.query
    const { rule } = this.data
    const evidence = this.data.evidence.trim()
    if (!rule || !evidence) return
    const guardian = { childId, card, since: Number(since) }
    if (!(await this.act(() => open({ guardian, rule, evidence })))) return
    await this.load()
    this.setData({ about: '', rule: '', evidence: '' })
  },
  onStep(event: TapEvent) {
    const found = this.caseOf(event)
    if (found) this.write(found, { step: found.next, title: found.nextWord, effect: found.effect })
  },
  onSettle(event: TapEvent) {
    const found = this.caseOf(event)
    if (found) this.write(found, { step: '', title: '了结', effect: '了结后留在记录里，不能删除。' })
  },
  caseOf(event: TapEvent): CaseView | undefined {
    return this.data.cases.find(({ caseId }) => caseId === event.currentTarget.dataset['id'])
  },
  write({ caseId }: CaseView, writing: Writing) {
    this.openPanel(caseId, { writing })
  },
  async onSend(event: ToldEvent<{ words: string }>) {
    const { step: taken } = this.data.writing
    const input = { caseId: this.data.panel, words: event.detail.words }
    if (await this.act(() => (taken ? step({ ...input, step: taken }) : close(input)))) await this.load()
  },
})
