// Decides the demo's notices and how far each has come: signed at realistic hours, the rest reached by phone and paper.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant, NoticeDraft } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { composeIssuer, openEntries, searchTextOf, settleReply, type SlipEntry } from '@class-pact/core/notice'
import type { ChildDoc, ClassDoc, NoticeDoc, PersonDoc, SlipDoc } from './documents'
import { CLASS_PLANS, PRINCIPAL, SCHOOL_ID, WANG, ZHAO } from './class-plans'
import { openTrail, type Families } from './families'
import { pick, seedRandom, shuffle, type Random } from './random'
import { hours, hoursToSign, past, schoolDayBefore, whileAwake } from './school-time'
import type { Letter } from './texts'

export interface Posted {
  notice: NoticeDoc
  slips: SlipDoc[]
}

const WRITERS = {
  principal: { openid: PRINCIPAL.openid, role: 'principal', card: composeStaffCard(PRINCIPAL, 'principal', 'primary') },
  wang: { openid: WANG.openid, role: 'head_teacher', card: composeStaffCard(WANG, 'head_teacher', 'primary') },
  zhao: { openid: ZHAO.openid, role: 'head_teacher', card: composeStaffCard(ZHAO, 'head_teacher', 'primary') },
} as const

/** A notice as somebody wrote it, before it has gone anywhere. */
export function writeNotice(letter: Letter, families: Families, createdAt: Instant): NoticeDoc {
  const author = WRITERS[letter.from]
  const classes = families.classes.filter((each) => isAddressed(letter, each))
  const [only] = classes
  const day = beijingDay(createdAt)
  const audience: NoticeDraft['audience'] =
    letter.from === 'principal'
      ? { to: 'school', schoolId: SCHOOL_ID }
      : letter.toPlace
        ? { to: 'child', classId: only?._id ?? '', childId: `${only?._id}-${letter.toPlace}` }
        : { to: 'classes', classIds: classes.map(({ _id }) => _id) }
  const { replyMode, important } = settleReply(letter)
  return {
    _id: `demo-${letter.id}`,
    schoolId: SCHOOL_ID,
    schoolName: families.school.name,
    source: letter.from === 'principal' ? 'school' : 'class',
    author,
    issuer: composeIssuer(
      families.school.name,
      letter.from === 'principal' ? undefined : { className: only?.name, card: author.card },
    ),
    draft: {
      kind: letter.kind,
      title: letter.title,
      body: letter.body,
      replyMode,
      audience,
      photos: [],
      ...(letter.dueIn !== undefined && { deadline: instantOf(addDays(day, letter.dueIn), '18:00') }),
      ...(letter.eventIn !== undefined && { event: { day: addDays(day, letter.eventIn), place: letter.place } }),
      ...(letter.urgent && { urgent: letter.urgent }),
      ...letter.fields,
    },
    audience,
    search: searchTextOf({ ...letter, sender: author.card }),
    classes: classes.map(({ _id, name }) => ({ classId: _id, name })),
    version: 1,
    state: 'published',
    important,
    pactVersion: families.pact.version,
    reasons: [],
    check: { suggest: 'pass', traceIds: [] },
    media: [],
    files: [],
    ...(letter.urgent && { urgent: letter.urgent }),
    createdAt,
    callDigest: letter.id,
    ...openTrail({
      id: `demo-${letter.id}`,
      at: createdAt,
      by: author.openid,
      role: author.role,
      action: 'notice.publish',
    }),
  }
}

function isAddressed({ from }: Letter, { _id }: ClassDoc): boolean {
  if (from === 'principal') return true
  const teacher = from === 'wang' ? WANG : ZHAO
  return CLASS_PLANS.some(({ classId, headTeacher }) => classId === _id && headTeacher === teacher)
}

/** A notice that went out, with its slips as they stand now. */
export function postNotice(letter: Letter, families: Families, now: Instant): Posted {
  const publishedAt = past(now, schoolDayBefore(now, letter.daysAgo), letter.at)
  const notice: NoticeDoc = { ...writeNotice(letter, families, publishedAt), publishedAt }
  const slips = notice.classes.map(({ classId }) => openSlip(notice, letter, classId, families, now))
  const closed = slips.every(({ state }) => state === 'closed')
  return { notice: { ...notice, state: closed ? 'closed' : 'published' }, slips }
}

function openSlip(notice: NoticeDoc, letter: Letter, classId: string, families: Families, now: Instant): SlipDoc {
  const itsClass = families.classes.find(({ _id }) => _id === classId)
  const { publishedAt = notice.createdAt, draft, audience } = notice
  const children = families.children.filter(
    (child) => child.classId === classId && (audience.to !== 'child' || audience.childId === child._id),
  )
  const random = seedRandom(publishedAt % 100_003)
  const entries = openEntries(
    children.map(({ _id, no, name, guardians }) => ({ childId: _id, no, name, guardians: guardians.length })),
  )
  const missing = letter.missing === undefined ? [] : leaveMissing(random, children, letter.missing)
  for (const child of children) {
    const entry = entries[child._id]
    if (entry) answer(entry, child, { notice, families, random, now, missing: missing.includes(child._id) })
  }
  const done = letter.missing === undefined && notice.important
  const lastAct = Math.max(
    publishedAt,
    ...Object.values(entries).flatMap(({ signedAt, followUps }) => [signedAt ?? 0, ...followUps.map(({ at }) => at)]),
  )
  return {
    _id: `${notice._id}.${classId}`,
    schoolId: SCHOOL_ID,
    noticeId: notice._id,
    classId,
    className: itsClass?.name ?? '',
    authorOpenid: notice.author.openid,
    sender: notice.author.card,
    source: notice.source,
    kind: draft.kind,
    title: draft.title,
    search: notice.search,
    replyMode: draft.replyMode,
    important: notice.important,
    deadline: draft.deadline,
    publishedAt,
    version: 1,
    state: done ? 'closed' : 'running',
    ...(audience.to === 'child' && { toChild: audience.childId }),
    entries,
    ...(done && { closedAt: lastAct }),
    ...(letter.missing !== undefined &&
      draft.deadline !== undefined && { remindedAt: past(now, beijingDay(draft.deadline), '16:00') }),
    urgentCause: notice.urgent?.cause,
    updatedAt: lastAct,
    ...openTrail({
      id: notice._id,
      at: publishedAt,
      by: notice.author.openid,
      role: notice.author.role,
      action: 'slip.open',
    }),
  }
}

/** Children without a guardian first, then some who have read and forgotten. */
function leaveMissing(random: Random, children: readonly ChildDoc[], count: number): string[] {
  const unbound = children.filter(({ guardians }) => guardians.length === 0)
  const others = children.filter(({ guardians }) => guardians.length > 0)
  return [...unbound.slice(0, 1), ...shuffle(random, others)].slice(0, count).map(({ _id }) => _id)
}

interface Answering {
  notice: NoticeDoc
  families: Families
  random: Random
  now: Instant
  missing: boolean
}

function answer(entry: SlipEntry, child: ChildDoc, { notice, families, random, now, missing }: Answering): void {
  const { publishedAt = notice.createdAt, draft } = notice
  const signer = child.guardians.length > 0 ? pick(random, child.guardians) : undefined
  entry.pushed = child.guardians.filter(({ openid }) => hasCredit(families.people, openid)).length
  const at = Math.min(whileAwake(publishedAt + hours(hoursToSign(random())), Math.floor(random() * 50)), now - 60_000)
  const wantsReply = draft.replyMode === 'sign' || draft.replyMode === 'confirm'
  if (signer && (!missing || random() < 0.7)) entry.readAt = at
  if (missing || !wantsReply) return
  if (!signer) return followUp(entry, notice, random, Math.min(at, now - 60_000))
  entry.signedAt = Math.min(at + 90_000, now - 30_000)
  entry.signer = signer.card
  entry.signerOpenid = signer.openid
  entry.version = 1
  if (draft.replyMode === 'sign') entry.typedName = signer.name
  if (draft.deadline !== undefined && entry.signedAt > draft.deadline) entry.late = true
}

/** Families without a phone here are called, or send the paper slip back. */
export function followUp(entry: SlipEntry, notice: NoticeDoc, random: Random, at: Instant): void {
  const way = random() < 0.7 ? ('phone' as const) : ('paper' as const)
  const told = pick(random, ['妈妈', '爸爸', '奶奶'])
  entry.followUps = [{ way, told, at, by: notice.author.card, result: way === 'phone' ? '已知晓' : '纸质回执已交' }]
  entry.followed = true
}

function hasCredit(people: readonly PersonDoc[], openid: string): boolean {
  return (people.find(({ _id }) => _id === openid)?.credits.notice ?? 0) > 0
}
