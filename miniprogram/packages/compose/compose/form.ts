// Decides what a notice being written is: its fields, what its kind demands, and what of it is judged and sent.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { limits, NOTICE_KINDS } from '@class-pact/core/contract'
import type {
  Audience,
  Day,
  Identity,
  Instant,
  NoticeDraft,
  NoticeKind,
  NoticePrepared,
  Reason,
  ReplyMode,
  Role,
} from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { groundsOf, misfitFor, settleReply, wantsReply } from '@class-pact/core/notice'
import { postOfNotice, type JudgeContext, type Post } from '@class-pact/judge'
import type { Form } from '../../../domains/notice/draft'
import { isFeedback } from './feedback'
import {
  findMissingFields,
  startFields,
  toFields,
  trimFields,
  type MissingField,
} from '../../../domains/notice/field-form'
import { isAskable, trimForm } from '../../../domains/notice/questions'

/** Kinds that happen on a day: 活动 外出 离校 家长会 (N09, L09). */
const EVENT_KINDS: readonly NoticeKind[] = ['activity', 'outing', 'dismissal', 'meeting']
/** Kinds that happen somewhere. */
const PLACE_KINDS: readonly NoticeKind[] = ['activity', 'outing', 'meeting']

export const hasEvent = (kind: NoticeKind) => EVENT_KINDS.includes(kind)
export const hasPlace = (kind: NoticeKind) => PLACE_KINDS.includes(kind)

/** Kinds this pact offers; homework only where the school allows it (C20, C21). */
export function offerKinds({ pact }: Pick<NoticePrepared, 'pact'>, audience?: Audience): NoticeKind[] {
  const fits = (kind: NoticeKind) => !audience || misfitFor({ audience, kind, replyMode: 'read' }) === undefined
  return NOTICE_KINDS.filter((kind) => (kind !== 'homework' || pact.rules['C21'] !== undefined) && fits(kind))
}

/** An empty notice: to the own class, or to the whole school by its leaders; read is enough. */
export function startForm(prepared: NoticePrepared, identity: Identity): Form {
  const own = prepared.classes.find(({ classId }) => classId === identity.classId)
  const first = own ?? prepared.classes[0]
  return {
    kind: 'notice',
    title: '',
    body: '',
    audience: startAudience(prepared.schoolId, own && first, identity),
    replyMode: 'read',
    deadline: prepared.defaultDeadline,
    event: { place: '' },
    fields: startFields(),
    photos: [],
    documents: [],
  }
}

/** Whoever leads a grade begins with it. */
function startAudience(schoolId: string, own: { classId: string } | undefined, { role, grade }: Identity): Audience {
  if (role === 'officer' && grade) return { to: 'grade', schoolId, grade }
  return own ? { to: 'classes', classIds: [own.classId] } : { to: 'school', schoolId }
}

/** A draft kept from another day: its deadline may have passed meanwhile, and nothing is urgent any more. */
export function reviveForm(kept: Form, prepared: NoticePrepared, now: Instant): Form {
  // A correction begins with the deadline that was announced, also one that has passed.
  if (kept.amends && kept.deadline > 0) return { ...kept, urgent: undefined }
  const deadline = kept.deadline > now ? kept.deadline : prepared.defaultDeadline
  return { ...kept, deadline, urgent: undefined }
}

/** Changing the kind changes the reply it demands (N08) and drops what it has no place for. */
export function changeKind(form: Form, kind: NoticeKind): Form {
  return { ...form, kind, replyMode: settleReply({ kind, replyMode: form.replyMode }).replyMode }
}

/** The reply modes an author may choose for this kind. */
export function offerReplies(kind: NoticeKind, isForStaff = false): ReplyMode[] {
  const modes: ReplyMode[] = isForStaff
    ? ['read', 'confirm', 'sign', 'report']
    : ['none', 'read', 'confirm', 'sign', 'form']
  return modes.filter((replyMode) => !settleReply({ kind, replyMode }).forced)
}

/** Whom it goes to decides what can be said and asked: the staff reports, families do not (N19). */
export function changeAudience(form: Form, audience: Audience): Partial<Form> {
  const misfit = misfitFor({ ...form, audience })
  const kind = misfit === 'kind' ? 'notice' : form.kind
  const replyMode = misfitFor({ audience, kind, replyMode: form.replyMode }) ? 'confirm' : form.replyMode
  return { audience, kind, replyMode }
}

export type Missing = 'title' | 'body' | 'day' | 'from' | 'note' | 'form' | MissingField
/** What a notice cannot go without (N02, N09), in the order of the page. */
export function findMissing(form: Form): Missing[] {
  const missing: Missing[] = []
  if (!form.title.trim()) missing.push('title')
  if (!form.body.trim()) missing.push('body')
  if (hasEvent(form.kind) && !form.event.day) missing.push('day')
  // A family fetches the child at a time (L09).
  if (form.kind === 'dismissal' && form.event.day && !form.event.from) missing.push('from')
  if (form.replyMode === 'form' && !isAskable(form.form)) missing.push('form')
  return [...missing, ...findMissingFields(form.fields, form.kind)]
}

/** First day that is offered for an event (N09); leaving school early may well be today. */
export function firstEventDay(kind: NoticeKind, now: Instant): Day {
  const today = beijingDay(now)
  return kind === 'dismissal' ? today : addDays(today, 1)
}

function eventOf({ kind, event }: Form): NoticeDraft['event'] {
  if (!hasEvent(kind) || !event.day) return undefined
  const place = hasPlace(kind) ? event.place.trim() : ''
  return {
    day: event.day,
    ...(place && { place }),
    ...(event.from && { from: event.from }),
    ...(event.to && { to: event.to }),
  }
}

/** What is sent. */
export function toDraft(form: Form, role: Role): NoticeDraft {
  const leader = role === 'principal' || role === 'office'
  return {
    kind: form.kind,
    ...(leader && { source: form.fields?.bureau ? ('bureau' as const) : ('school' as const) }),
    title: form.title.trim(),
    body: form.body.trim(),
    replyMode: form.replyMode,
    ...(wantsReply(form.replyMode) && { deadline: form.deadline }),
    audience: form.audience,
    photos: form.photos.map(({ fileId }) => fileId).slice(0, limits.PHOTOS_MAX),
    ...(form.documents?.length && { documents: form.documents.map(({ fileId, name }) => ({ fileId, name })) }),
    event: eventOf(form),
    ...(form.replyMode === 'form' && form.form && { form: trimForm(form.form) }),
    ...(isFeedback(form) && { feedback: true as const }),
    urgent: form.urgent,
    ...trimFields(toFields(form.fields, form.kind, role)),
  }
}

/** The photos without those that a rule has named: `photos.1` is the second. */
export function leaveOut(photos: Form['photos'], rule: string, found: readonly Reason[]): Form['photos'] {
  const named = found.filter((each) => each.rule === rule).flatMap(({ spans }) => spans.map(({ field }) => field))
  return photos.filter((_, index) => !named.includes(`photos.${index}`))
}

/** What the pact judges. Untrimmed: its spans must fit the text on the screen. */
export function toPost(form: Form, role: Role, issuer: string): Post {
  const photos = form.photos.map(({ fileId }) => fileId)
  const fields = toFields(form.fields, form.kind, role)
  const asked = form.replyMode === 'form' ? form.form : undefined
  return { ...postOfNotice({ ...form, ...fields, photos, event: eventOf(form), form: asked }, role), issuer }
}

/** The classes whose families read it; none for the staff. */
export function addressedClasses(audience: Audience, { classes }: NoticePrepared): NoticePrepared['classes'] {
  switch (audience.to) {
    case 'school':
      return classes
    case 'grade':
      return classes.filter(({ name }) => gradeOfClass(name) === audience.grade)
    case 'classes':
      return classes.filter(({ classId }) => audience.classIds.includes(classId))
    case 'child':
    case 'children':
      return classes.filter(({ classId }) => classId === audience.classId)
    case 'staff':
      return []
  }
}

/** What is known around it on this phone: the roster of every class addressed. */
export function toContext(
  { audience, fields, kind, amends }: Form,
  prepared: NoticePrepared,
  role: Role,
): JudgeContext {
  const roster = addressedClasses(audience, prepared).flatMap((each) => each.roster)
  const toChild = audience.to === 'child' ? roster.find(({ childId }) => childId === audience.childId)?.name : undefined
  // A correction is no second notice, and none more of the week (N11).
  const previous = (prepared.previous ?? []).filter(({ noticeId }) => noticeId !== amends?.noticeId)
  return {
    ...{ roster, calendar: prepared.calendar, previous, weekCount: amends ? 0 : prepared.weekCount },
    ...groundsOf(toFields(fields, kind, role)),
    secondLeader: !prepared.noReviewer,
    ...(toChild && { toChild }),
  }
}

/** Which children the text names: a notice about one child goes to that child's guardians (C18, C22, C24). */
export function namedChildren(
  form: Form,
  prepared: NoticePrepared,
): { classId: string; childId: string; name: string }[] {
  const text = `${form.title}\n${form.body}`
  return prepared.classes.flatMap(({ classId, roster }) =>
    roster.filter(({ name }) => text.includes(name)).map(({ childId, name }) => ({ classId, childId, name })),
  )
}
