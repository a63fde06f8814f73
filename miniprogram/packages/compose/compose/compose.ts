// Decides how a notice is written: judged while one types, mended where the finding is (screens.md 3.6).
import type {
  Audience,
  Identity,
  Input,
  NoticeDraft,
  NoticeKind,
  NoticePrepared,
  Reason,
  ReplyMode,
} from '@class-pact/core/contract'
import { isDocumentReviewed, isStopped } from '@class-pact/core/notice'
import { limits } from '@class-pact/core/contract'
import { judge, judgeInSteps } from '@class-pact/judge'
import type { Judgement } from '@class-pact/judge'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { coverWords, cutWords } from '../../../domains/notice/marks'
import { call } from '../../../services/cloud'
import { keepAmending } from '../../../domains/notice/amending'
import { definePage } from '../../../services/define-page'
import { ROUTES, goBack, openPage, openTab, replacePage } from '../../../services/routes'
import { plainRefusal, presentFailure } from '../../../services/refusals'
import type { RefusalCard } from '../../../services/sentences'
import { currentIdentity, isLeader, isTeacher } from '../../../services/session'
import { pickPhotos, uploadAll } from '../../../services/upload'
import { offer } from '../../../services/way-outs'
import { KIND_WORDS } from '../../../domains/notice/words'
import { presentCards, presentMissing } from './cards'
import { saidOf } from './said'
import type { Card } from './cards'
import { presentAmending, type AmendView } from './amending'
import { endComposing, readComposing, shareComposing } from './composing'
import { amendKeyOf, draftKeyOf, type Amending } from '../../../domains/notice/draft'
import { keepForTalk } from '../../../domains/talk/drafts'
import { startFields } from '../../../domains/notice/field-form'
import { fillFeedback } from './feedback'
import { judgeInSlices } from './judging'
import {
  changeAudience,
  changeKind,
  findMissing,
  leaveOut,
  namedChildren,
  offerKinds,
  reviveForm,
  startForm,
  toContext,
  toPost,
} from './form'
import type { Form, FormDocument } from '../../../domains/notice/draft'
import type { Missing } from './form'
import { boundsOf, pickerValue, readPicked } from './pickers'
import type { Picked, PickerBounds } from './pickers'
import {
  asksReview,
  countsOf,
  placeOfMissing,
  placeReasons,
  presentAction,
  presentForm,
  presentQuiet,
  sayMissing,
  sayUnable,
} from './present'
import type { FormView, Place } from './present'

/** The pact is asked this long after the last key (screens.md 3.6). */
const JUDGE_AFTER_MS = 600
/** Shown by the page itself: a part that is not written yet is no fault while one writes. */
const SAID_BY_THE_FORM: readonly string[] = ['N02', 'N12', 'N08']
/** What is said of one child's shortcoming is for its family alone, who may answer (C22, C23). */
const SHORTCOMINGS: readonly string[] = ['C22', 'C23']

definePage({
  data: {
    /** Texts as the fields start with them; while one types they live in `form`. */
    title: '',
    body: '',
    place: '',
    focus: '' as '' | Place | 'where' | Missing | 'reason',
    fields: startFields(),
    isLeader: false,
    asksException: false,
    asksPermission: false,
    kinds: [] as { value: string; label: string }[],
    kind: 'notice' as NoticeKind,
    view: null as FormView | null,
    photos: [] as Form['photos'],
    documents: [] as FormDocument[],
    /** A leader reads it first, because of its documents (C04). */
    documentsHeld: false,
    quiet: '',
    /** The school has stopped publishing, for this author too (G19). */
    stopped: false,
    urgent: null as NoticeDraft['urgent'] | null,
    cards: [] as Card[],
    top: null as Card | null,
    action: { text: '预览', fix: false },
    /** Of a correction: what follows from it (N11). */
    amending: null as AmendView | null,
    amends: null as Amending | null,
    kept: false,
    uploading: false,
    audience: null as Audience | null,
    classes: [] as NoticePrepared['classes'],
    /** Set for those who may write to the whole school. */
    schoolId: '',
    /** Set for whoever leads a grade, and writes to it. */
    grade: '',
    staff: [] as NonNullable<NoticePrepared['staff']>,
    /** The pact names somebody else as the publisher (G01). */
    unable: '',
    childOnly: false,
    replyMode: 'read' as ReplyMode,
    questions: null as NonNullable<Form['form']> | null,
    picking: '' as '' | Picked,
    bounds: { mode: 'minute', start: '', end: '', value: '', title: '' } as PickerBounds & {
      value: string
    },
    titleMax: limits.TITLE_MAX,
    bodyMax: limits.BODY_MAX,
    placeMax: limits.LABEL_MAX,
  },
  form: undefined as Form | undefined,
  identity: undefined as Identity | undefined,
  judgement: undefined as Judgement | undefined,
  /** Findings of the cloud; they hold until the text changes. */
  found: [] as Reason[],
  /** Warnings the author sends anyway, and what is to be looked at by a person. */
  waved: [] as string[],
  timer: 0,
  /** Stops the judging that is under way. */
  stopJudging: (): void => undefined,
  query: { classId: '', to: '', noticeId: '' },
  reads: 'notice.prepare',

  onLoad() {
    // What an earlier composing left behind, when its pages were closed all at once, is not about this notice.
    endComposing()
    void this.load()
  },
  onShow() {
    const shared = readComposing()
    if (!shared) return
    endComposing()
    if (shared.sent) {
      this.form = undefined
      goBack()
    } else if (shared.found) {
      this.found = shared.found
      this.judgeNow()
    }
  },
  onHide() {
    this.keep()
  },
  onUnload() {
    this.rest()
    this.keep()
  },

  actsAs({ role, classId }, query) {
    if (query.to === 'feedback') return isLeader(role)
    return !query.classId || (isTeacher(role) && classId === query.classId)
  },
  ask(): Input<'notice.prepare'> | undefined {
    this.identity = currentIdentity()
    const { schoolId, classId, role, office, grade } = this.identity ?? {}
    if (schoolId && office === 'grade_leader') return { schoolId, grade }
    if (!schoolId || !(isTeacher(role) || isLeader(role))) return undefined
    return { schoolId, ...(classId && { classId }) }
  },
  async load() {
    await this.read()
    // Whoever was asked to say it privately chooses the family first (G17).
    if (this.query.to === 'child') this.toOneChild()
    // An empty page begins with its title (screens.md 3.6).
    else if (this.form && !this.form.title) this.setData({ focus: 'title' })
    this.judgeNow()
  },
  present(prepared): object {
    const identity = this.identity
    if (!identity) return {}
    const kept = readDraft<Form>(this.draftKey())
    const empty = startForm(prepared, identity)
    const fresh = this.query.to === 'feedback' ? { ...empty, ...fillFeedback(empty, prepared, Date.now()) } : empty
    this.form = kept ? reviveForm(kept, prepared, Date.now()) : fresh
    return {
      title: this.form.title,
      body: this.form.body,
      stopped: isStopped(prepared.stop, identity.role),
      place: this.form.event.place,
      classes: prepared.classes,
      schoolId: isLeader(identity.role) ? prepared.schoolId : '',
      isLeader: isLeader(identity.role),
      grade: identity.role === 'officer' ? (identity.grade ?? '') : '',
      staff: prepared.staff ?? [],
      unable: prepared.publishing === 'none' ? sayUnable(identity.role) : '',
      ...this.look(),
    }
  },
  draftKey(): string {
    const { noticeId, to } = this.query
    if (noticeId) return amendKeyOf(noticeId)
    // What the report leads to touches no draft of something else.
    return to === 'feedback' ? `${draftKeyOf(this.identity)}:feedback` : draftKeyOf(this.identity)
  },
  keep() {
    // What is out is no draft any more, also when this page goes together with the preview.
    if (readComposing()?.sent) return
    if (this.form && (this.form.title || this.form.body)) saveDraft(this.draftKey(), this.form)
  },

  /** Everything but the findings, as page data. */
  look(): object {
    const { form, answer: prepared, identity } = this
    if (!form || !prepared) return {}
    return {
      view: presentForm(form, prepared, [], Date.now()),
      kind: form.kind,
      kinds: offerKinds(prepared, form.audience).map((value) => ({ value, label: KIND_WORDS[value] })),
      photos: form.photos,
      documents: form.documents ?? [],
      documentsHeld: identity !== undefined && isDocumentReviewed(form, identity.role),
      replyMode: form.replyMode,
      questions: form.form ?? null,
      audience: form.audience,
      urgent: form.urgent ?? null,
      amending: presentAmending(form),
      amends: form.amends ?? null,
      fields: form.fields ?? startFields(),
      kept: false,
    }
  },
  /** What a key changes: the text lives in its field, and the marks under it are of the text before. */
  lookBetweenKeys(): object {
    const { form } = this
    return form ? { ...countsOf(form, 'view.'), 'view.pieces': [], 'view.titlePieces': [], kept: false } : {}
  },
  /** Changes the form; the pact is asked at once, or after a pause while one types. */
  change(patch: Partial<Form>, typing = false) {
    if (!this.form) return
    this.form = { ...this.form, ...patch }
    this.found = []
    this.setData(typing ? this.lookBetweenKeys() : this.look())
    this.rest()
    if (typing) this.timer = setTimeout(() => this.judgeSoon(), JUDGE_AFTER_MS)
    else this.judgeNow()
  },
  /** Nothing is asked any more of a text that has changed. */
  rest() {
    clearTimeout(this.timer)
    this.stopJudging()
  },
  /** Between keys: the same judgement, in slices. */
  judgeSoon() {
    const asked = this.toJudge()
    if (asked) this.stopJudging = judgeInSlices(judgeInSteps(...asked), (judgement) => this.show(judgement))
  },
  judgeNow() {
    this.rest()
    const asked = this.toJudge()
    if (asked) this.show(judge(...asked))
  },
  toJudge(): Parameters<typeof judge> | undefined {
    const { form, answer: prepared, identity } = this
    if (!form || !prepared || !identity) return undefined
    return [
      toPost(form, identity.role, prepared.issuer),
      toContext(form, prepared, identity.role),
      prepared.pact,
      Date.now(),
    ]
  },
  show(judgement: Judgement) {
    const { form, answer: prepared, identity } = this
    if (!form || !prepared || !identity) return
    const now = Date.now()
    this.judgement = judgement
    const reasons = [...judgement.reasons, ...this.found].filter(
      ({ rule }, index, all) =>
        !SAID_BY_THE_FORM.includes(rule) && all.findIndex((each) => each.rule === rule) === index,
    )
    const placed = placeReasons(reasons, this.waved)
    const cards = presentCards(placed, prepared, now, saidOf(form))
    this.setData({
      view: presentForm(
        form,
        prepared,
        placed.map(({ reason }) => reason),
        now,
      ),
      cards,
      top: cards.find(({ blocks }) => blocks) ?? null,
      action: presentAction(placed, findMissing(form)),
      ...(form.amends && { amending: presentAmending(form), amends: form.amends }),
      asksException: judgement.reasons.some(({ rule, verdict }) => rule === 'N09' && verdict !== 'warn'),
      asksPermission: identity.role === 'principal' && judgement.reasons.some(({ rule }) => rule === 'C16'),
      quiet: presentQuiet(judgement, form, now, prepared.calendar),
    })
    this.keep()
  },

  onKind(event: ToldEvent<{ value: NoticeKind }>) {
    if (this.form) this.change(changeKind(this.form, event.detail.value))
  },
  onTitle(event: WechatMiniprogram.Input) {
    this.change({ title: event.detail.value }, true)
  },
  onBody(event: WechatMiniprogram.Input) {
    this.change({ body: event.detail.value }, true)
  },
  onPlace(event: WechatMiniprogram.Input) {
    if (this.form) this.change({ event: { ...this.form.event, place: event.detail.value } }, true)
  },
  /** Puts changed words into a field and goes there. */
  rewrite(place: 'title' | 'body', words: string) {
    this.change({ [place]: words })
    this.setData({ [place]: words })
  },

  /** A part of the page has changed its own fields. */
  onPart(event: ToldEvent<{ patch: Partial<Form>; typing?: boolean }>) {
    this.change(event.detail.patch, event.detail.typing)
  },

  /** 学期反馈 (G14) */
  onFeedback() {
    const { form, answer: prepared } = this
    if (!form || !prepared) return
    const filled = fillFeedback(form, prepared, Date.now())
    this.change(filled)
    this.setData({ title: filled.title, body: filled.body })
  },

  onPanel(event: TapEvent) {
    // Whom it went to and what it asks stay what they are (N11).
    if (this.form?.amends) return
    this.openPanel(event.currentTarget.dataset['panel'], { childOnly: false })
  },
  onAudience(event: ToldEvent<{ audience: Audience }>) {
    this.onClosePanel()
    if (this.form) this.change(changeAudience(this.form, event.detail.audience))
  },
  onReply(event: ToldEvent<{ value: ReplyMode }>) {
    this.onClosePanel()
    this.change({ replyMode: event.detail.value })
  },
  /** The bar's link: a reason for now, or no hurry after all. */
  onQuietLink() {
    if (this.form?.urgent) this.change({ urgent: undefined })
    else this.openPanel('urgent', { childOnly: false })
  },
  onUrgent(event: ToldEvent<NonNullable<NoticeDraft['urgent']>>) {
    this.onClosePanel()
    this.change({ urgent: event.detail })
  },

  onPick(event: TapEvent) {
    this.pick(event.currentTarget.dataset['what'] as Picked)
  },
  pick(what: Picked) {
    if (!this.form) return
    const bounds = boundsOf(what, Date.now())
    this.setData({ picking: what, bounds: { ...bounds, value: pickerValue(what, this.form, Date.now()) } })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking } = this.data
    this.setData({ picking: '' })
    if (picking && this.form) this.change(readPicked(picking, event.detail.value, this.form))
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },

  async onAddPhotos() {
    const { form } = this
    if (!form || this.data.uploading) return
    const { photos, tooLarge } = await pickPhotos(limits.PHOTOS_MAX - form.photos.length)
    if (photos.length > 0) {
      this.setData({ uploading: true })
      const reply = await uploadAll(
        'photo',
        photos.map(({ path }) => path),
      )
      this.setData({
        uploading: false,
        refusal: reply.ok ? null : presentFailure(reply.error),
      })
      if (!reply.ok) return
      const added = reply.data.map((fileId, index) => ({ fileId, path: photos[index]?.path ?? fileId }))
      this.change({ photos: [...(this.form?.photos ?? []), ...added].slice(0, limits.PHOTOS_MAX) })
    }
    if (tooLarge > 0)
      this.setData({ refusal: plainRefusal(`有${tooLarge}张照片超过10MB，没有加上。`, [offer('acknowledge')]) })
  },
  onRemovePhoto(event: TapEvent) {
    const index = Number(event.currentTarget.dataset['index'])
    this.change({ photos: (this.form?.photos ?? []).filter((_, at) => at !== index) })
  },

  onWay(event: ToldEvent<{ code: string; refusal: RefusalCard }>) {
    const { code, refusal } = event.detail
    const reason = this.judgement?.reasons.find(({ rule }) => rule === refusal.rule)
    const place = refusal.field === 'title' ? 'title' : 'body'
    const text = this.form?.[place] ?? ''
    if (code === 'replace_photo') this.change({ photos: leaveOut(this.form?.photos ?? [], refusal.rule, this.found) })
    else if (code === 'private_talk' || (code === 'own_guardians' && SHORTCOMINGS.includes(refusal.rule))) this.toTalk()
    else if (code === 'own_guardians') this.toOneChild()
    else if (code === 'praise_letter') this.toOneChild('praise')
    else if (code === 'fee_notice' && this.form) this.change(changeKind(this.form, 'fee'))
    else if (code === 'change_day') this.pick('day')
    else if (code === 'principal_approval') this.askPrincipal(refusal.rule)
    else if (code === 'permission_number') this.toFields('permission')
    else if (code === 'send_anyway' || code === 'human_review') {
      this.waved = [...this.waved, refusal.rule]
      this.judgeNow()
    } else if ((code === 'delete_sentence' || code === 'delete_link') && reason) {
      this.rewrite(place, cutWords(text, reason, place))
    } else if (code === 'cover' && reason) this.rewrite(place, coverWords(text, reason, place))
    else if (code === 'amend_first' || code === 'merge') void this.amendFirst(reason?.noticeId)
    else if (code === 'dismiss') goBack()
    else if (code === 'retry' || code === 'acknowledge') this.setData({ refusal: null })
    else this.setData({ focus: place })
  },
  /** [修改原通知]: what has been written becomes the correction of the notice that it comes after (N03). */
  async amendFirst(noticeId?: string) {
    const { form } = this
    const first = this.answer?.previous?.find((each) => each.noticeId === noticeId)
    if (!form || !first) return openTab('notices')
    const at = { noticeId: first.noticeId, classId: first.classId }
    const reply = await call('notice.read', at)
    if (!reply.ok) return this.refuse(reply.error)
    const { title, body, event } = form
    const amended = keepAmending(reply.data, { title, body, event })
    // Not out yet, or out no more: its own page says what can be done.
    if (!amended) return openPage(ROUTES.notice(at))
    dropDraft(this.draftKey())
    this.form = undefined
    replacePage(ROUTES.compose({ noticeId: amended }))
  },
  /** [改为私聊]: where one child is named, a letter to its family with these words, which a family may answer (C24, G17). */
  toTalk() {
    const { form, answer: prepared, identity } = this
    const [child, second] = form && prepared ? namedChildren(form, prepared) : []
    if (!form || !child || second || !isTeacher(identity?.role)) return this.toOneChild()
    const { classId, childId } = child
    keepForTalk(classId, { matter: form.title, words: form.body.slice(0, limits.LETTER_MAX) })
    openPage(ROUTES.talkWrite({ classId, childId }))
  },
  /** [只发给孩子的家长]: if one child is named, to that family; else the author chooses. */
  toOneChild(kind?: NoticeKind) {
    if (!this.form || !this.answer) return
    const form = kind ? changeKind(this.form, kind) : this.form
    const [child, second] = namedChildren(form, this.answer)
    if (child && !second) {
      this.change({ ...form, audience: { to: 'child', classId: child.classId, childId: child.childId } })
    } else {
      this.change(form)
      this.openPanel('audience', { childOnly: true })
    }
  },
  onJump() {
    const { top } = this.data
    // What stands in a part of the page is found by where the part begins.
    const selector = top?.place === 'fields' ? '#kind-fields' : `#${top?.id}`
    if (top) void wx.pageScrollTo({ selector, offsetTop: -120 })
  },

  /** Above the cap there is nothing to write: it is handed in; a late activity says why (T12, N09). */
  askPrincipal(rule: string) {
    if (rule === 'N09') this.toFields('reason')
    else this.onPress()
  },
  toFields(focus: 'reason' | 'permission') {
    this.setData({ focus })
    void wx.pageScrollTo({ selector: '#kind-fields', offsetTop: -120 })
  },

  /** ▶: to what has to be changed, to what is missing, or to the preview (C39). */
  onPress() {
    const { form, answer: prepared, identity } = this
    if (!form || !prepared || !identity) return
    this.judgeNow()
    if (this.data.top) return this.onJump()
    const [missing] = findMissing(form)
    const isUnsaid = this.data.amending?.noteNeeded && !form.amends?.note.trim()
    if (missing ?? isUnsaid) return this.askFor(missing ?? 'note')
    this.keep()
    const review = asksReview([...(this.judgement?.reasons ?? []), ...this.found], this.waved)
    shareComposing({ form, prepared, role: identity.role, draftKey: this.draftKey(), ...(review && { review }) })
    openPage(ROUTES.preview())
  },
  askFor(missing: Missing) {
    // What was changed is asked at the top of the page.
    if (missing === 'note') {
      this.setData({ top: presentMissing(sayMissing(missing), 'rest'), focus: 'note' })
      return void wx.pageScrollTo({ scrollTop: 0 })
    }
    const card = presentMissing(sayMissing(missing), placeOfMissing(missing))
    this.setData({ cards: [...this.data.cards, card], top: card, focus: missing }, () => this.onJump())
  },
  onKeep() {
    this.keep()
    this.setData({ kept: true })
  },
  onFocusGone() {
    this.setData({ focus: '' })
  },
  /** An empty page again: the draft goes. */
  onClear() {
    dropDraft(this.draftKey())
    // A correction that is given up is given up: the notice stays as it is.
    if (this.form?.amends) {
      this.form = undefined
      return goBack()
    }
    if (!this.answer || !this.identity) return
    this.form = startForm(this.answer, this.identity)
    this.setData({ title: '', body: '', place: '', ...this.look() })
    this.judgeNow()
  },
})
