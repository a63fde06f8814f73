// Decides how a family asks for leave: a reason chip, the days, send; typing only for 事假 (3.10, L01).
import { beijingDay } from '@class-pact/core/calendar'
import { LEAVE_KINDS, limits } from '@class-pact/core/contract'
import { fitLeave, leaveDays, sharesHalf } from '@class-pact/core/leave'
import type { Day, Input, LeaveKind, LeaveSpan, SchoolCalendar } from '@class-pact/core/contract'
import type { ChipOption } from '../../../components/choice-chips/choice-chips'
import type { SegmentOption } from '../../../components/segmented/segmented'
import { call, createSender, type PhoneError } from '../../../services/cloud'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { LEAVE_DRAFT, type LeaveDraft } from '../../../domains/leave/draft'
import { formatSpan, LEAVE_KIND_WORDS } from '../../../domains/leave/words'
import { formatChosenDay, formatClass } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { ROUTES, openPage, openTab, replacePage } from '../../../services/routes'
import { withWhy, type Said } from '../../../domains/pact/explaining'
import { presentError, type RefusalCard } from '../../../services/sentences'
import { currentIdentity, refreshSession, ownChildren } from '../../../services/session'
import { pickPhotos, uploadAll, type LocalPhoto } from '../../../services/upload'
import { USUAL_TIMES, defaultSpan, endsOf, moveSpan, sumUp, timesOf, turnEnd, type End } from './span'

const send = createSender('leave.submit')
const KIND_OPTIONS: ChipOption[] = LEAVE_KINDS.map((kind) => ({
  value: kind,
  label: LEAVE_KIND_WORDS[kind],
  ...((kind === 'sick' || kind === 'personal') && { span: 'half' }),
}))
const END_OPTIONS: SegmentOption[] = [
  { value: 'day', label: '全天' },
  { value: 'am', label: '上午' },
  { value: 'pm', label: '下午' },
]

const NOTHING_SAID: SchoolCalendar = { rest: [], school: [] }

definePage({
  data: {
    kinds: KIND_OPTIONS,
    ends: END_OPTIONS,
    children: [] as ChipOption[],
    childId: '',
    who: '',
    place: '',
    kind: '' as LeaveKind | '',
    span: null as LeaveSpan | null,
    fromText: '',
    toText: '',
    start: 'day' as End,
    end: 'day' as End,
    sum: '',
    unknown: '',
    days: 0,
    /** Which of the two times can be said, and what is said. */
    times: { leaveAt: '', backAt: '', asksLeave: false, asksBack: false },
    /** The time that is being chosen. */
    timing: '' as '' | 'leaveAt' | 'backAt',
    timeValue: '',
    timeTitle: '',
    reason: '',
    reasonMax: limits.LEAVE_REASON_MAX,
    proof: [] as LocalPhoto[],
    proofMax: limits.PROOF_PHOTOS_MAX,
    picking: false,
    /** [改假条]: in the place of another. */
    changes: false,
    firstDay: '' as Day,
    lastDay: '' as Day,
    /** The school's calendar as the page last read it. */
    calendar: NOTHING_SAID,
    /** These days cannot be asked for. */
    unfit: false,
  },
  query: { childId: '', again: '', replaces: '' },
  sent: false,
  /** When the leave is that this one is to replace. */
  replaced: null as LeaveSpan | null,
  /** The leave that a refusal speaks of. */
  leaveId: '',
  isForFamily: true,
  refusesOnTop: true,
  reads: 'leave.prepare',
  async onLoad() {
    const { childId, again, replaces } = this.query
    const from = again || replaces
    // Whoever has left or moved since the app was opened is not offered.
    await refreshSession()
    const own = ownChildren()
    const draft = from ? undefined : readDraft<LeaveDraft>(LEAVE_DRAFT)
    const chosen = childId || draft?.childId || currentIdentity()?.childId || own[0]?.childId || ''
    this.setData({
      changes: replaces !== '',
      children: own.map((each) => ({ value: each.childId ?? '', label: each.childName ?? '' })),
      childId: chosen,
      ...(draft && { kind: draft.kind, reason: draft.reason }),
    })
    await this.load()
    if (draft?.span && this.fits(draft.span)) this.takeSpan(draft.span)
    if (from) await this.repeat(from)
  },
  onUnload() {
    const { childId, kind, span, reason } = this.data
    if (!this.sent && !this.query.replaces && (kind || reason))
      saveDraft(LEAVE_DRAFT, { childId, kind, span, reason } satisfies LeaveDraft)
  },
  ask(): Input<'leave.prepare'> {
    return { childId: this.data.childId }
  },
  present({ childName, className, calendar }): object {
    const span = this.data.span ?? defaultSpan(Date.now(), calendar)
    return { who: childName, place: formatClass(className), calendar, ...this.presentSpan(span, calendar) }
  },
  /** [改后再交] starts from what was rejected, [改假条] from what is changed. */
  async repeat(leaveId: string) {
    const reply = await call('leave.read', { leaveId })
    if (!reply.ok) return
    const { kind, reason = '', span } = reply.data
    this.replaced = this.query.replaces ? span : null
    this.setData({ kind, reason })
    if (this.fits(span)) this.takeSpan(span)
  },
  presentSpan(span: LeaveSpan, calendar: SchoolCalendar) {
    const today = beijingDay(Date.now())
    const sum = sumUp(span, calendar)
    const { start, end } = endsOf(span)
    const refusal = this.findMisfit(span) ?? this.findOverlap(span)
    return {
      span,
      start,
      end,
      fromText: formatChosenDay(span.from, today),
      toText: formatChosenDay(span.to, today),
      sum: sum.sentence,
      unknown: sum.unknown,
      days: sum.days,
      times: timesOf(span),
      refusal,
      unfit: refusal !== null,
    }
  },
  takeSpan(span: LeaveSpan) {
    this.setData(this.presentSpan(span, this.data.calendar))
  },
  /** By the rule that the cloud asks; a weekend has a line of its own. */
  fitOf(span: LeaveSpan) {
    const { answer: prepared } = this
    const { childId, kind } = this.data
    const ground = prepared && { ...prepared, ...(this.replaced && { replacedFrom: this.replaced.from }) }
    return ground && fitLeave({ childId, kind: kind || 'sick', span }, ground, Date.now())
  },
  fits(span: LeaveSpan): boolean {
    return this.fitOf(span)?.ok === true
  },
  findMisfit(span: LeaveSpan): RefusalCard | null {
    const fit = this.fitOf(span)
    if (!fit || fit.ok || fit.code === 'LEAVE_EMPTY') return null
    const error: PhoneError = {
      code: fit.code,
      field: 'field' in fit ? `span.${fit.field}` : 'span',
      ...('day' in fit && { facts: { day: fit.day } }),
      ...(fit.code === 'LEAVE_LATE' && { rule: 'L14', cite: this.answer?.lateCite }),
    }
    return presentError(error, { now: Date.now() })
  },
  earlierOf(span: LeaveSpan) {
    const { answer: prepared } = this
    return prepared?.open.find(
      (leave) => leave.leaveId !== this.query.replaces && sharesHalf(leave.span, span, prepared.calendar),
    )
  },
  findOverlap(span: LeaveSpan): RefusalCard | null {
    const earlier = this.earlierOf(span)
    if (!earlier) return null
    const error: PhoneError = { code: 'LEAVE_OVERLAP', facts: { leaveId: earlier.leaveId } }
    return presentError(error, { now: Date.now() }, { what: formatSpan(earlier.span) })
  },
  onChild(event: ToldEvent<{ value: string }>) {
    this.setData({ childId: event.detail.value, refusal: null })
    void this.load()
  },
  onKind(event: ToldEvent<{ value: LeaveKind }>) {
    this.setData({ kind: event.detail.value })
    if (this.data.span) this.takeSpan(this.data.span)
  },
  onDates() {
    const { first, last } = leaveDays(this.data.kind || 'sick', this.answer?.lateDays ?? 0, Date.now())
    const began = this.replaced?.from
    this.setData({ picking: true, firstDay: began && began < first ? began : first, lastDay: last })
  },
  onDatesPicked(event: ToldEvent<{ from: Day; to: Day }>) {
    const { from, to } = event.detail
    this.setData({ picking: false, ...this.presentSpan(moveSpan(from, to), this.data.calendar) })
  },
  onDatesClosed() {
    this.setData({ picking: false })
  },
  onStart(event: ToldEvent<{ value: End }>) {
    if (this.data.span) this.takeSpan(turnEnd(this.data.span, 'start', event.detail.value))
  },
  onEnd(event: ToldEvent<{ value: End }>) {
    if (this.data.span) this.takeSpan(turnEnd(this.data.span, 'end', event.detail.value))
  },
  /** 几点离校, 几点到校: of half a day, and never asked for. */
  onTime(event: TapEvent) {
    const timing = event.currentTarget.dataset['time'] as 'leaveAt' | 'backAt'
    const { span } = this.data
    if (!span) return
    const half = timing === 'leaveAt' ? span.fromHalf : span.toHalf
    const timeValue = span[timing] ?? USUAL_TIMES[timing][half]
    this.setData({ timing, timeValue, timeTitle: timing === 'leaveAt' ? '几点离校' : '几点到校' })
  },
  onTimed(event: ToldEvent<{ value: string }>) {
    const { span, timing } = this.data
    this.setData({ timing: '' })
    if (span && timing) this.takeSpan({ ...span, [timing]: event.detail.value })
  },
  onTimeClosed() {
    this.setData({ timing: '' })
  },
  onReason(event: WechatMiniprogram.Input) {
    this.setData({ reason: event.detail.value })
  },
  async onAddProof() {
    const { photos } = await pickPhotos(limits.PROOF_PHOTOS_MAX - this.data.proof.length)
    this.setData({ proof: [...this.data.proof, ...photos] })
  },
  onDropProof(event: TapEvent) {
    const dropped: string = event.currentTarget.dataset['path']
    this.setData({ proof: this.data.proof.filter(({ path }) => path !== dropped) })
  },
  async onSubmit() {
    void askReminders(['leave_result', 'arrival'])
    await submitOnce(this, () => this.submit())
  },
  async submit() {
    const { childId, kind, span, reason, proof } = this.data
    if (!kind || !span) return
    const uploaded = await uploadAll(
      'proof',
      proof.map(({ path }) => path),
    )
    if (!uploaded.ok) return this.stop(uploaded.error)
    const text = reason.trim()
    const { replaces } = this.query
    const words = { ...(text && { reason: text }), ...(replaces && { replaces }) }
    const reply = await send({ childId, kind, span, proof: uploaded.data, ...words })
    if (!reply.ok) return this.stop(reply.error)
    this.sent = true
    dropDraft(LEAVE_DRAFT)
    replacePage(ROUTES.leave({ leaveId: reply.data.leaveId }))
  },
  stop(error: PhoneError) {
    this.refuse(error)
    const said: Said = { kind: 'leave', texts: { body: this.data.reason.trim() } }
    if (this.data.refusal) this.setData({ refusal: withWhy(this.data.refusal, error.reasons, said) })
    this.leaveId = String(error.facts?.['leaveId'] ?? '')
  },
  onWay(event: ToldEvent<{ code: string }>) {
    const { code } = event.detail
    if (code === 'retry') void this.onSubmit()
    else if (code === 'see_leave') {
      const { span } = this.data
      const leaveId = this.leaveId || (span && this.earlierOf(span)?.leaveId)
      if (leaveId) openPage(ROUTES.leave({ leaveId }))
    } else if (code === 'change_day') this.onDates()
    else if (code === 'back_to_today' || code === 'contact_teacher') openTab('today')
    else this.setData({ refusal: null })
  },
})
