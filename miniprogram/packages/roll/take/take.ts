// Decides how a roll is taken: all are here until a hand says otherwise, and no mark is lost (L04, L05).
import { beijingDay } from '@class-pact/core/calendar'
import type { Half, Instant, Mark, Outcome, Roll, Symptom } from '@class-pact/core/contract'
import {
  dropKept,
  keepRoll,
  keptOf,
  keptRolls,
  sendKeptRolls,
  subscribeKeptRolls,
} from '../../../domains/roll/kept-rolls'
import { CHECK_WORDS, leaveWord } from '../../../domains/roll/words'
import { createSender, newRequestId } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { recallSeen, rememberSeen } from '../../../services/offline-cache'
import { submitOnce } from '../../../services/page-frame'
import { STAFF_TEMPLATES, askReminders } from '../../../services/reminders'
import { ROUTES, openPage } from '../../../services/routes'
import { readInsets } from '../../../services/screen'
import { currentIdentity, isLeader } from '../../../services/session'
import { footOf, type Foot } from './foot'
import { freshRoll, markedLine, presentRoll, type HandMarks, type RollMark, type TakeView } from './present'

const SECOND_MS = 1000
const send = createSender('roll.contact')
const HALVES = (['am', 'pm'] as const).map((value) => ({ value, label: CHECK_WORDS[value] }))

/** What the hand has set, and of which moment it is where the day is over. */
interface Draft {
  marks: HandMarks
  takenAt?: Instant
}

const draftOf = ({ classId, day, half }: Pick<Roll, 'classId' | 'day' | 'half'>) => `roll:${classId}:${day}:${half}`
const readOf = (roll: Pick<Roll, 'classId' | 'day' | 'half'>): Draft => readDraft<Draft>(draftOf(roll)) ?? { marks: {} }
/** The last list of a class, for a morning without a network. */
const listOf = (classId: string) => `roll-list/${classId}`

definePage({
  data: {
    view: null as TakeView | null,
    foot: { label: '', tone: 'off', note: '' } as Foot,
    halves: HALVES,
    isToday: true,
    /** Somebody may set marks: today, or on a day that is over what was kept and not taken. */
    canTake: true,
    /** It is on the phone, and not in the cloud yet. */
    waits: false,
    /** What the cloud's clock is ahead of the phone's. */
    skew: 0,
    /** Whoever is with the child notes what has happened to it. */
    isWithChild: false,
    navHeight: readInsets().statusBar + readInsets().navRow,
    panelTitle: '',
    panelMark: 'present' as Mark,
    panelAway: '',
    panelSymptoms: [] as Symptom[],
    panelRemark: '',
  },
  query: { classId: '', day: '', half: '' },
  timer: 0,
  isLoading: false,
  stopKept: undefined as (() => void) | undefined,
  reads: 'roll.read',
  actsAs({ role, classId }, query) {
    return isLeader(role) || ((role === 'head_teacher' || role === 'stand_in') && classId === query.classId)
  },
  ask({ classId, day, half }) {
    return { classId, ...(day && { day }), ...(half && { half: half as Half }) }
  },
  present(roll) {
    const now = Date.now()
    const { marks, takenAt } = readOf(roll)
    const kept = keptOf(roll).flatMap(({ input }) => input.marks)
    const hands: HandMarks = Object.fromEntries(kept.map((mark) => [mark.childId, mark]))
    const isToday = roll.day === beijingDay(now)
    const waits = keptOf(roll).length > 0
    const view = presentRoll(roll, { kept: hands, set: marks }, now)
    const foot = footOf(roll, view, { changed: Object.keys(marks).length > 0, waits }, now)
    return {
      view,
      foot,
      waits,
      isToday,
      canTake: isToday || takenAt !== undefined,
      isWithChild: !isLeader(currentIdentity()?.role),
    }
  },

  onLoad() {
    this.stopKept = subscribeKeptRolls(() => {
      if (!this.isLoading && !this.data.frame.busy) void this.load()
    })
    return this.load()
  },
  onUnload() {
    this.stopKept?.()
    clearInterval(this.timer)
  },
  onShow() {
    clearInterval(this.timer)
    this.timer = setInterval(() => this.tick(), SECOND_MS)
  },
  onHide() {
    clearInterval(this.timer)
  },
  /** The clocks of the missing go on. */
  tick() {
    const { view } = this.data
    if (!view || view.missing.length === 0 || !this.answer || this.data.frame.busy) return
    const { missing } = this.present(this.answer).view
    if (JSON.stringify(missing) !== JSON.stringify(view.missing)) this.setData({ 'view.missing': missing })
  },

  async load() {
    this.isLoading = true
    if (keptRolls().length > 0) await sendKeptRolls()
    const reply = await this.read()
    if (reply.ok) {
      rememberSeen(listOf(this.query.classId), reply.data, Date.now())
      this.setData({ skew: reply.data.now - Date.now() })
    } else if (reply.error.code === 'OFFLINE') this.showKeptList()
    this.takeBack()
    this.isLoading = false
  },
  /** Without a network the list is that of the last time. */
  showKeptList() {
    const roll = this.answer ?? recallSeen<Roll>(listOf(this.query.classId))?.data
    if (!roll || this.query.day) return
    this.answer = freshRoll(roll, (this.query.half as Half) || undefined, Date.now())
    this.show()
    this.setData({ 'frame.view': 'ready', 'frame.offline': '网络不通，保存后先存在本机' })
  },
  /** What the cloud has not taken comes back into the hand, and is said. */
  takeBack() {
    const roll = this.answer
    const refused = roll ? keptOf(roll).find((each) => each.refused) : undefined
    if (!roll || !refused?.refused) return
    const { input, requestId } = refused
    const { marks } = readOf(roll)
    const back = Object.fromEntries(input.marks.map((mark) => [mark.childId, mark]))
    saveDraft(draftOf(roll), { marks: { ...back, ...marks }, takenAt: input.takenAt })
    dropKept(requestId)
    this.show()
    this.refuse({ code: refused.refused })
  },

  onHalf(event: ToldEvent<{ value: string }>) {
    this.query = { ...this.query, half: event.detail.value }
    void this.load()
  },
  onCall(event: ToldEvent<{ childId: string }>) {
    this.openSearch(event.detail.childId, 'call')
  },
  onReached(event: ToldEvent<{ childId: string }>) {
    this.openSearch(event.detail.childId, 'reached')
  },
  async onNoAnswer(event: ToldEvent<{ childId: string }>) {
    await this.note(event.detail.childId, 'no_answer')
  },
  async onArrived(event: ToldEvent<{ childId: string }>) {
    await this.note(event.detail.childId, 'arrived')
  },
  /** Numbers, reasons and times are on the page of the search, which begins with what was tapped. */
  openSearch(childId: string, begin: 'call' | 'reached') {
    if (!this.answer) return
    const { classId, day, half } = this.answer
    openPage(ROUTES.missing({ classId, day, half, childId, begin }))
  },
  async note(childId: string, outcome: Outcome) {
    if (!this.answer) return
    const { classId, day, half } = this.answer
    const at = Math.round(Date.now() + this.data.skew)
    const roll = await this.act(() => send({ classId, day, half, childId, outcome, at }))
    if (!roll) return
    this.answer = roll
    this.show()
  },
  onIncident() {
    const { panel: childId } = this.data
    this.onClosePanel()
    openPage(ROUTES.incidents({ classId: this.query.classId, childId }))
  },

  onCell(event: TapEvent) {
    this.openMark(event.currentTarget.dataset['id'] as string)
  },
  openMark(childId: string) {
    const roll = this.answer
    const found = roll?.lines.find((line) => line.childId === childId)
    if (!roll || !found || !this.data.canTake) return
    const kept = keptOf(roll).flatMap(({ input }) => input.marks.filter((mark) => mark.childId === childId))
    const { no, name, mark, leave, symptoms, remark } = markedLine(found, readOf(roll).marks[childId] ?? kept.at(-1))
    this.openPanel(childId, {
      panelTitle: `${no}号${name}`,
      panelMark: mark === 'leave' ? 'absent' : mark,
      panelAway: leave ? leaveWord(leave.kind) : '',
      panelSymptoms: symptoms ?? [],
      panelRemark: remark ?? '',
    })
  },
  onMark({ detail }: ToldEvent<Omit<RollMark, 'childId' | 'at'>>) {
    const roll = this.answer
    const childId = this.data.panel
    this.onClosePanel()
    if (!roll || !childId) return
    const draft = readOf(roll)
    saveDraft(draftOf(roll), { ...draft, marks: { ...draft.marks, [childId]: { ...detail, childId, at: Date.now() } } })
    this.show()
  },

  async onSave() {
    const roll = this.answer
    const [asking] = this.data.view?.asking ?? []
    if (asking) return this.openMark(asking.childId)
    if (!roll) return
    void askReminders(STAFF_TEMPLATES)
    await submitOnce(this, () => this.save(roll))
  },
  /** First it is on the phone, then it goes: whatever happens between, it arrives once. */
  async save(roll: Roll) {
    const { classId, className, day, half, lines } = roll
    const { marks, takenAt } = readOf(roll)
    const requestId = await newRequestId()
    const moment = day === beijingDay(Date.now()) ? Date.now() : (takenAt ?? Date.now())
    const children = lines.map(({ childId }) => childId)
    const set = Object.values(marks).filter(({ childId }) => children.includes(childId))
    keepRoll({ requestId, className, input: { classId, day, half, takenAt: moment, children, marks: set } })
    dropDraft(draftOf(roll))
    const reply = (await sendKeptRolls()).get(requestId)
    this.setData({ refusal: null })
    if (reply?.ok) this.answer = reply.data
    this.show()
    if (reply && !reply.ok && keptOf(roll).some((each) => each.refused)) await this.lookAgain()
  },
  /** The list has changed: the hand's marks stay, and somebody looks again. */
  async lookAgain() {
    await this.read()
    this.takeBack()
  },
})
