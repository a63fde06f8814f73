// Decides what happens in a talk: it is read as letters, answered, handed upward, and settled (screens.md 3.13).
import type { Identity, Talk } from '@class-pact/core/contract'
import { askFamily } from '../../../domains/class/phone-call'
import { threadDraftKey, type LetterDraft } from '../../../domains/talk/drafts'
import { markTalkRead } from '../../../domains/talk/read-marks'
import { leaderWord } from '../../../domains/talk/words'
import { createSender, type PhoneError } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { submitOnce } from '../../../services/page-frame'
import { plainRefusal } from '../../../services/refusals'
import { askReminders } from '../../../services/reminders'
import { currentIdentity, isLeader, switchTo } from '../../../services/session'
import { offer } from '../../../services/way-outs'
import { NO_LETTER, fitRefusal, isReadMark, toInput, uploadPhotos, type Letter } from '../parts/letter'
import { followWay, openAppeal, type LetterPage } from '../parts/ways'
import { askWords } from './ask-words'
import { latestOf, presentTalk, type Bar, type Reader, type TalkView } from './present'

const send = createSender('talk.send')
const pass = createSender('talk.pass')
const thank = createSender('talk.thank')
const ask = createSender('talk.ask')
const close = createSender('talk.close')

definePage({
  data: {
    view: null as TalkView | null,
    letter: NO_LETTER,
    /** Families call the school, a head teacher the family. */
    callWord: '',
    callNote: '',
    isFamily: false,
    /** What the panel asks for: words to the leaders, or thanks. */
    said: askWords('pass', '校长'),
  },
  query: { talkId: '' },
  reads: 'talk.read',
  loadsOnShow: true,
  isForFamily: true,
  error: undefined as PhoneError | undefined,
  leader: leaderWord(undefined),
  seen: false,
  onLoad() {
    const kept = readDraft<LetterDraft>(threadDraftKey(this.query.talkId))
    if (kept) this.setData({ letter: { ...NO_LETTER, words: kept.words } })
  },
  onHide() {
    this.keep()
  },
  onUnload() {
    this.keep()
  },
  keep() {
    const { words } = this.data.letter
    const key = threadDraftKey(this.query.talkId)
    if (words.trim()) saveDraft(key, { words } satisfies LetterDraft)
    else dropDraft(key)
  },
  ask({ talkId }) {
    return talkId ? { talkId } : undefined
  },
  present(talk) {
    const reader = this.readerOf(talk)
    this.leader = reader.leader
    const isFamily = reader.side === 'family'
    const isHead = currentIdentity()?.role === 'head_teacher'
    markTalkRead(talk.talkId, latestOf(talk))
    return {
      view: presentTalk(talk, Date.now(), reader),
      ...{ isFamily, callWord: isFamily ? '急事打电话' : isHead ? '打电话' : '' },
    }
  },
  /** A message opens the thread for whoever it concerns. */
  readerOf({ childId, classId }: Talk): Reader {
    const fits = ({ role, ...who }: Identity) =>
      role === 'guardian' ? who.childId === childId : isLeader(role) || role === 'officer' || who.classId === classId
    switchTo(fits)
    const { role, schoolKind } = currentIdentity() ?? {}
    const side = role === 'guardian' ? 'family' : role === 'head_teacher' || role === 'teacher' ? 'teacher' : 'leader'
    return { side, leader: leaderWord(schoolKind) }
  },
  async load() {
    const reply = await this.read()
    // Whoever comes back reads on at the end; what one has begun to write stays where it is.
    if (!reply.ok || this.seen) return
    this.seen = true
    if (reply.data.letters.length > 2) void wx.pageScrollTo({ selector: '#latest', offsetTop: -120, duration: 0 })
  },
  take(changed: Talk | undefined) {
    if (!changed) return
    this.answer = changed
    this.show()
  },

  onLetter(event: ToldEvent<{ patch: Partial<Letter> }>) {
    const { patch } = event.detail
    this.setData({ letter: { ...this.data.letter, ...patch } })
    if (patch.important) this.openCalls('重要的事，打电话最快；信也会照样送出。')
  },
  onPress() {
    if (this.data.isFamily) void askReminders(['talk_reply'])
    return submitOnce(this, () => this.send(false))
  },
  async send(review: boolean) {
    const { letter } = this.data
    const { talkId } = this.query
    if (!letter.words.trim()) return
    const uploaded = await uploadPhotos(letter.photos)
    if (!uploaded.ok) return this.stop(uploaded.error)
    this.setData({ 'letter.photos': uploaded.data })
    const reply = await send({ talkId, ...toInput(letter, uploaded.data, review) })
    if (!reply.ok) return this.stop(reply.error)
    // 收到 is a read mark: the cloud has noted it, and no letter went (C34).
    const isNoted = reply.data.events[reply.data.events.length - 1]?.kind === 'seen'
    const wentNowhere = isNoted && reply.data.letters.length === this.answer?.letters.length
    const refusal = wentNowhere ? plainRefusal('不用回复，已为您记为已读。', [offer('acknowledge')]) : null
    this.setData({ letter: NO_LETTER, refusal })
    this.keep()
    this.take(reply.data)
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
    return {
      ...{ childId: this.answer?.childId ?? '', letter: this.data.letter, error: this.error },
      clear: () => this.setData({ refusal: null }),
      write: (words) => this.setData({ 'letter.words': words }),
      send: (review) => submitOnce(this, () => this.send(review)),
      openCalls: () => this.openCalls(),
      reload: () => this.load(),
    }
  },

  onBar(event: TapEvent) {
    const key = event.currentTarget.dataset['key'] as Bar['key']
    if (key === 'muted') openAppeal()
    else this.openCalls()
  },
  openCalls(callNote = '') {
    this.openPanel('calls', { callNote })
  },
  /** A family calls the school; a head teacher reads the family's number for the call (M16). */
  async onCalls() {
    if (this.data.isFamily) return this.openCalls()
    const { childId = '', childName = '' } = this.answer ?? {}
    const reply = await askFamily(childId, childName)
    if (!reply.ok) return this.refuse(reply.error)
    const [first] = reply.data
    if (first) wx.makePhoneCall({ phoneNumber: first.phone, fail: () => undefined })
    else this.setData({ refusal: plainRefusal(`名单里没有${childName}家的电话。`, [offer('acknowledge')]) })
  },

  async onAct(event: TapEvent) {
    const { talkId } = this.query
    const act = event.currentTarget.dataset['act'] as TalkView['acts'][number]['act']
    const { leader } = this
    if (act === 'pass' || act === 'thank') return this.openPanel(act, { said: askWords(act, leader) })
    const question =
      act === 'ask'
        ? { title: `请${leader}看`, content: `${leader}室从现在起能看到这里的信，老师也会知道。`, confirmText: '请看' }
        : { title: '办结', content: '办结后还可以再写，会重新打开。', confirmText: '办结' }
    const { confirm } = await wx.showModal(question)
    if (confirm) this.take(await this.act(() => (act === 'ask' ? ask({ talkId }) : close({ talkId }))))
  },
  async onWords({ detail: { words } }: ToldEvent<{ words: string }>) {
    const sender = this.data.panel === 'pass' ? pass : thank
    this.take(await this.act(() => sender({ ...this.query, words })))
  },
  onPhoto(event: TapEvent) {
    const { key, url } = event.currentTarget.dataset as Record<'key' | 'url', string>
    const letter = this.data.view?.entries.find((entry) => entry.key === key)
    void wx.previewImage({ urls: letter?.photos.map((photo) => photo.url) ?? [], current: url })
  },
})
