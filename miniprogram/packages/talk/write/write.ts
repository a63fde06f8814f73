// Decides how a thread begins: to whom, about what, in words; and 意见箱 (screens.md 3.13, C25, P06).
import { limits, type Input, type TalkAbout } from '@class-pact/core/contract'
import { newDraftKey, type LetterDraft } from '../../../domains/talk/drafts'
import { leaderWord } from '../../../domains/talk/words'
import { createSender, type PhoneError } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { ROUTES, replacePage } from '../../../services/routes'
import { currentIdentity, isTeacher, ownChildren } from '../../../services/session'
import { NO_LETTER, fitRefusal, isReadMark, outline, toInput, trimOutline, uploadPhotos } from '../parts/letter'
import type { Letter } from '../parts/letter'
import { followWay, openAppeal, type LetterPage } from '../parts/ways'
import { isSuggestion, presentFamily, presentTeacher, toDesk, type Choice, type WriteView } from './present'

const open = createSender('talk.open')

definePage({
  data: {
    view: null as WriteView | null,
    /** Own children, if there are several. */
    children: [] as Choice[],
    childId: '',
    /** A desk or a teacher; of a teacher's letter nothing. */
    to: 'head_teacher',
    about: 'matter' as TalkAbout,
    matter: '',
    matterMax: limits.MATTER_MAX,
    letter: NO_LETTER,
    isFamily: true,
    /** A teacher looks through the names of the class. */
    choosing: false,
    callNote: '',
  },
  query: { childId: '', classId: '', about: '', matter: '' },
  reads: 'talk.prepare',
  isForFamily: true,
  refusesOnTop: true,
  error: undefined as PhoneError | undefined,
  sent: false,
  onLoad() {
    const { childId, classId, about } = this.query
    const kind: TalkAbout = about === 'opinion' || about === 'idea' ? about : 'matter'
    const own = ownChildren().map((each) => ({ value: each.childId ?? '', label: each.childName ?? '' }))
    const isFamily = classId === ''
    this.setData({
      about: kind,
      childId,
      isFamily,
      choosing: !isFamily && childId === '',
      children: isFamily && own.length > 1 ? own : [],
    })
    this.revive()
    return this.load()
  },
  onHide() {
    this.keep()
  },
  onUnload() {
    this.keep()
  },
  /** Where the draft is kept: of a family by its child, of a teacher by the class. */
  key(): string {
    const { about } = this.data
    return newDraftKey(this.query.classId || this.data.childId, isSuggestion(about) ? 'opinion' : about)
  },
  revive() {
    const kept = readDraft<LetterDraft>(this.key())
    const words = kept?.words ?? ''
    this.setData({ letter: { ...NO_LETTER, words }, matter: this.query.matter || kept?.matter || '' })
  },
  keep() {
    const { matter, letter } = this.data
    const words = letter.words.trim()
    if (this.sent || (!words && !matter.trim())) dropDraft(this.key())
    else saveDraft(this.key(), { words, matter } satisfies LetterDraft)
  },
  actsAs({ role, childId, classId }, query) {
    if (query.classId) return isTeacher(role) && classId === query.classId
    return role === 'guardian' && childId === this.data.childId
  },
  ask({ classId }): Input<'talk.prepare'> | undefined {
    const { childId } = this.data
    if (classId) return { of: 'class', classId }
    return childId ? { of: 'child', childId } : undefined
  },
  present(prepared) {
    const { about, to, childId } = this.data
    const leader = leaderWord(currentIdentity()?.schoolKind)
    if (prepared.of === 'class') return { view: presentTeacher(prepared, childId) }
    const view = presentFamily(prepared, about, to, Date.now(), leader)
    const fits = view.whom.some(({ value }) => value === to)
    const chosen = fits ? to : (view.whom[0]?.value ?? 'principal')
    return { to: chosen, view: fits ? view : presentFamily(prepared, about, chosen, Date.now(), leader) }
  },

  onChild(event: ToldEvent<{ value: string }>) {
    this.keep()
    this.setData({ childId: event.detail.value, refusal: null })
    this.revive()
    void this.load()
  },
  /** Of a family a desk, of a teacher a child. */
  onWhom(event: ToldEvent<{ value: string }>) {
    const { value } = event.detail
    this.setData(this.data.isFamily ? { to: value } : { childId: value, choosing: false })
    this.show()
  },
  onChoose() {
    this.setData({ choosing: true })
  },
  onAbout(event: ToldEvent<{ value: TalkAbout }>) {
    this.setData({ about: event.detail.value })
    this.show()
  },
  onMatter(event: WechatMiniprogram.Input) {
    this.setData({ matter: event.detail.value })
  },
  onLetter(event: ToldEvent<{ patch: Partial<Letter> }>) {
    const { patch } = event.detail
    this.setData({ letter: { ...this.data.letter, ...patch } })
    if (patch.important) this.openCalls('重要的事，打电话最快；信也会照样送出。')
  },
  onOutline() {
    this.setData({ 'letter.words': outline(this.data.letter.words) })
  },

  onPress() {
    if (this.data.isFamily) void askReminders(['talk_reply'])
    return submitOnce(this, () => this.send(false))
  },
  async send(review: boolean) {
    const { answer: prepared } = this
    const { childId, about, to, matter, letter } = this.data
    const words = trimOutline(letter.words)
    if (!prepared || !childId || !matter.trim() || !words) return
    const uploaded = await uploadPhotos(letter.photos)
    if (!uploaded.ok) return this.stop(uploaded.error)
    this.setData({ 'letter.photos': uploaded.data })
    const said = toInput({ ...letter, words }, uploaded.data, review)
    const reply = await open({ childId, to: toDesk(prepared, to), about, matter: matter.trim(), ...said })
    if (!reply.ok) return this.stop(reply.error)
    this.sent = true
    replacePage(ROUTES.talk({ talkId: reply.data.talkId }))
  },
  stop(error: PhoneError) {
    this.error = error
    this.refuse(error)
    if (this.data.refusal) this.setData({ refusal: fitRefusal(this.data.refusal, error, this.data.letter.words) })
    if (isReadMark(error)) this.setData({ letter: NO_LETTER })
    this.keep()
  },
  onWay(event: ToldEvent<{ code: string }>) {
    followWay(event.detail.code, this.asLetterPage())
  },
  asLetterPage(): LetterPage {
    const { childId, letter } = this.data
    return {
      ...{ childId, letter, error: this.error },
      clear: () => this.setData({ refusal: null }),
      write: (words) => this.setData({ 'letter.words': words }),
      send: (review) => submitOnce(this, () => this.send(review)),
      openCalls: () => this.openCalls(),
      reload: () => this.load(),
    }
  },
  onBar() {
    openAppeal()
  },
  onCalls() {
    this.openCalls()
  },
  openCalls(callNote = '') {
    this.openPanel('calls', { callNote })
  },
})
