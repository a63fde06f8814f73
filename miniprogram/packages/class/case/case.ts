// Decides how a breach is answered: a case is opened, its one open step is taken, or it is settled (screens.md 3.17, G04–G06).
import { limits, type Case, type CaseList, type CaseStep, type Input } from '@class-pact/core/contract'
import { call, createSender, type PhoneReply } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { presentFailure } from '../../../services/refusals'
import { openTab } from '../../../services/routes'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { CASE_RULES, presentCase, type CaseView } from './present'

const open = createSender('case.open')
const step = createSender('case.step')
const close = createSender('case.close')

/** A guardian as the list of members names them; absent: only looking. */
interface Query {
  classId?: string
  schoolId?: string
  childId?: string
  card?: string
  since?: string
}

Page({
  data: {
    frame: newFrame(),
    cases: [] as CaseView[],
    left: 0,
    /** The guardian a new case would be about. */
    about: '',
    rules: CASE_RULES,
    rule: '',
    evidence: '',
    /** The step, or the settlement, that is being written. */
    writing: null as { caseId: string; step: '' | CaseStep; title: string; effect: string } | null,
    words: '',
    wordsMax: limits.WORDS_MAX,
    refusal: null as Refusal | null,
    wordsRefusal: null as Refusal | null,
  },
  query: {} as Query,
  list: newLongList<CaseList, Case>(({ cases }) => cases),

  onLoad(query: Query) {
    const card = query.card && decodeURIComponent(query.card)
    this.query = { ...query, card }
    this.setData({ about: card ?? '' })
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { classId, schoolId } = this.query
    await loadPage(
      this,
      'case.list',
      () => {
        switchTo((each) =>
          classId
            ? each.role === 'head_teacher' && each.classId === classId
            : isLeader(each.role) && each.schoolId === schoolId,
        )
        return this.ask()
      },
      (first) => {
        this.list.begin(first)
        return this.present()
      },
    )
  },
  ask(): Input<'case.list'> | undefined {
    const { classId, schoolId } = this.query
    if (classId) return { of: 'class', classId }
    return schoolId ? { of: 'school', schoolId } : undefined
  },
  present() {
    const { rows, left } = this.list
    return { cases: rows.map((each) => presentCase(each, Date.now())), left }
  },
  async onMore() {
    const asked = this.ask()
    const came = asked && (await this.list.more((after) => call('case.list', { ...asked, after })))
    if (came) this.setData(this.present())
  },
  onRule(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ rule: event.detail.value })
  },
  onEvidence(event: WechatMiniprogram.Input) {
    this.setData({ evidence: event.detail.value })
  },
  async onOpen() {
    const { childId = '', card = '', since } = this.query
    const { rule, evidence } = this.data
    if (!rule || !evidence.trim()) return
    const guardian = { childId, card, since: Number(since) }
    const opened = await this.send(() => open({ guardian, rule, evidence: evidence.trim() }))
    if (opened) this.setData({ about: '', rule: '', evidence: '' })
  },
  onStep(event: WechatMiniprogram.TouchEvent) {
    const found = this.caseOf(event)
    if (found) this.write({ caseId: found.caseId, step: found.next, title: found.nextWord, effect: found.effect })
  },
  onSettle(event: WechatMiniprogram.TouchEvent) {
    const found = this.caseOf(event)
    if (found) this.write({ caseId: found.caseId, step: '', title: '了结', effect: '了结后留在记录里，不能删除。' })
  },
  caseOf(event: WechatMiniprogram.TouchEvent): CaseView | undefined {
    return this.data.cases.find(({ caseId }) => caseId === event.currentTarget.dataset['id'])
  },
  write(writing: { caseId: string; step: '' | CaseStep; title: string; effect: string }) {
    this.setData({ writing, words: '', wordsRefusal: null, refusal: null })
    lockScroll(this, true)
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, wordsRefusal: null })
  },
  onMendWords() {
    this.setData({ wordsRefusal: null })
  },
  onCloseWriting() {
    this.setData({ writing: null })
    lockScroll(this, false)
  },
  async onSend() {
    const { writing } = this.data
    const words = this.data.words.trim()
    if (!writing || !words) return
    const { caseId, step: taken } = writing
    const input: Input<'case.close'> = { caseId, words }
    await this.send(() => (taken ? step({ ...input, step: taken }) : close(input)))
  },
  async send(work: () => Promise<PhoneReply<Case>>): Promise<boolean> {
    const reply = await submitOnce(this, work)
    if (!reply) return false
    // The words stay where they are, to be mended.
    if (!reply.ok && reply.error.field === 'words' && this.data.writing) {
      this.setData({ wordsRefusal: presentFailure(reply.error) })
      return false
    }
    if (this.data.writing) this.onCloseWriting()
    this.setData({ refusal: reply.ok ? null : presentFailure(reply.error) })
    if (reply.ok) await this.load()
    return reply.ok
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
})
