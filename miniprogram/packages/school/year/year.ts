// Decides how leaders take a school into its new year: class by class, in all, held three seconds (screens.md 3.26).
import type { Year, YearAnswers } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { askAbout, presentYear, withAnswer, type AskingView, type Choice, type YearView } from './present'

const runYear = createSender('year.run')
const undoYear = createSender('year.undo')

/** A call that moved nothing on is not followed by another at once. */
const PAUSE_MS = 300
/** Calls of one promotion; a call brings some ten classes on, and the clock in the cloud does the rest. */
const CALLS_MOST = 120

definePage({
  data: {
    view: null as YearView | null,
    /** Before it happens, in all. */
    reviewing: false,
    asking: null as AskingView | null,
    going: false,
  },
  query: { schoolId: '' },
  answers: {} as YearAnswers,
  loadsOnShow: true,
  refusesOnTop: true,
  reads: 'year.read',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && (!query.schoolId || schoolId === query.schoolId)
  },
  ask({ schoolId }) {
    return { schoolId, ...this.answers }
  },
  present(year) {
    const view = presentYear(year)
    return { view, ...(view.face !== 'plan' && { reviewing: false }) }
  },

  onTop(event: ToldEvent<{ value: string }>) {
    this.answers = { ...this.answers, top: Number(event.detail.value) }
    void this.load()
  },
  onClass(event: TapEvent) {
    const classId: string = event.currentTarget.dataset['id']
    const line = (this.answer as Year | undefined)?.plan?.classes.find((each) => each.classId === classId)
    if (!line) return
    const answer = this.answers.classes?.find((each: { classId: string }) => each.classId === classId)
    this.setData({ asking: askAbout(line, answer) })
    this.lock(true)
  },
  onChoice(event: ToldEvent<{ value: Choice }>) {
    this.setData({ 'asking.choice': event.detail.value })
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ 'asking.name': event.detail.value })
  },
  onNewHead() {
    this.setData({ 'asking.newHead': !this.data.asking?.newHead })
  },
  onCloseAsking() {
    this.setData({ asking: null })
    this.lock(false)
  },
  onAnswered() {
    const { asking } = this.data
    if (!asking) return
    this.answers = withAnswer(this.answers, asking)
    this.onCloseAsking()
    void this.load()
  },

  onReview() {
    if (!this.data.view || this.data.view.asked > 0) return
    this.setData({ reviewing: true, refusal: null })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  onPlan() {
    this.setData({ reviewing: false })
  },
  async go() {
    const { plan, schoolId, year } = (this.answer as Year | undefined) ?? {}
    if (!plan || !schoolId || !year) return
    const input = { schoolId, year, digest: plan.digest, ...this.answers }
    await this.callOn(() => runYear(input), 'running')
  },
  async onUndo() {
    const { schoolId, year } = (this.answer as Year | undefined) ?? {}
    if (!schoolId || !year) return
    const content = '班级恢复原来的名字，毕业的班恢复，没签完的回执单继续。升级后新建的班会先改名，不会丢。'
    const { confirm } = await wx.showModal({
      ...{ title: '撤销升级', content, confirmText: '撤销', cancelText: '不撤销' },
    })
    if (confirm) await this.callOn(() => undoYear({ schoolId, year }), 'undoing')
  },
  /** Goes on with what somebody has begun, here or elsewhere. */
  async onGoOn() {
    const { run, schoolId, year } = (this.answer as Year | undefined) ?? {}
    if (run?.state === 'undoing' && schoolId && year) await this.callOn(() => undoYear({ schoolId, year }), 'undoing')
    else await this.load()
  },
  /** Calls until it is done; whoever goes away meanwhile leaves the rest to the cloud. */
  async callOn(send: () => ReturnType<typeof runYear>, whileIn: 'running' | 'undoing') {
    this.setData({ going: true, refusal: null })
    for (let calls = 0; calls < CALLS_MOST; calls++) {
      const now = await this.act(send)
      if (!now) break
      this.answer = now
      this.show()
      if (now.run?.state !== whileIn) break
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    this.setData({ going: false })
    if (this.data.refusal) return
    this.answers = {}
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  onInvite(event: TapEvent) {
    openPage(ROUTES.classInvite({ classId: event.currentTarget.dataset['id'], as: 'head_teacher' }))
  },
  onImport() {
    const { schoolId } = (this.answer as Year | undefined) ?? {}
    if (schoolId) openPage(ROUTES.schoolImport({ schoolId }))
  },
  onDock() {
    const { view, reviewing } = this.data
    if (view?.face === 'plan' && !reviewing) this.onReview()
    else if (view?.face === 'running') void this.onGoOn()
    else if (view?.face === 'done') this.onImport()
  },
})
