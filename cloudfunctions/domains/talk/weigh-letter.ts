// Decides what becomes of a letter: refused, shown another way, held for a person, checked, or sent.
import type { CheckedWords, Identity, Reason } from '@class-pact/core/contract'
import { judgeLetter } from '@class-pact/core/judge'
import { nextOpening } from '@class-pact/core/pact'
import type { Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { takeFiles } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import type { CheckResult } from '../../common/store/documents'
import { checkReason, mediaReason } from '../../common/wechat/check-reasons'
import { requestMediaCheck } from '../../common/wechat/media-check'
import { keepVerdict, settleReview } from '../notice'
import type { LetterDoc, TalkDoc } from './documents'
import { isLeader } from '../../common/call/scope'
import type { TalkFacts } from './facts'

/** Own latest letters that the flood rules look at (C01–C03). */
const PREVIOUS = 5

interface Said {
  words: string
  photos: string[]
  important?: boolean
  review?: boolean
}

export interface Weighing {
  talkId: string
  /** Read with the first letter. */
  matter?: string
  to: TalkDoc['to']['desk']
  letters: readonly LetterDoc[]
  facts: TalkFacts
  session: Session & {
    identity: Identity
    ask: () => Promise<{ input: { words: CheckedWords }; check: CheckResult }>
  }
}

export type Weighed = { ok: true; letter: LetterDoc } | { ok: true; letter?: undefined } | Refusal

const letterIdOf = ({ openid, requestId }: Pick<Session, 'openid' | 'requestId'>) =>
  deriveId('letter', openid, requestId)

/** A letter as it goes into the thread; none: 收到 is a read mark and no letter (C34). What is refused leaves a verdict alone. */
export async function weighLetter(said: Said, weighing: Weighing): Promise<Weighed> {
  const { talkId, to, facts, session } = weighing
  const { openid, now, identity } = session
  const { pact, school } = facts
  const letterId = letterIdOf(session)
  const judged = settleReview(judgeSaid(said, weighing), said.review === true)
  if (judged.verdict === 'deflect') return deflect(judged.reasons)
  const about = { said, letterId, weighing }
  if (judged.verdict === 'refuse') return refuseLetter(judged.reasons, about)

  const { input, check } = await session.ask()
  const byCheck = checkReason(check, pact)
  const reasons = [byCheck ?? [], judged.reasons].flat()
  if (check.suggest === 'risky') return refuseLetter(reasons, about, check)

  const into = keptFolder('talks', `${talkId}/${letterId}`)
  const field = (index: number) => `photos.${index}`
  const taken = await takeFiles(said.photos, { openid, purpose: 'letter', into, field })
  if (!taken.ok) return taken
  const media = await requestMediaCheck(
    openid,
    taken.files.map(({ fileId }) => fileId),
  )
  const isDoubted = media.some(({ suggest }) => suggest === 'review')
  if (isDoubted) reasons.push(mediaReason(pact))
  const isHeld = judged.verdict === 'hold' || byCheck !== undefined || isDoubted
  if (isHeld) await keepVerdict('hold', verdictOf(reasons, about, check))
  const state = isHeld ? 'held' : media.length > 0 ? 'checking' : 'sent'
  return {
    ok: true,
    letter: {
      letterId,
      by: { openid, card: identity.card, role: identity.role, side: sideIn(identity) },
      at: now,
      state,
      arrivesAt: nextOpening(now, identity.role, pact, school.calendar, 'private'),
      words: input.words,
      files: taken.files,
      media,
      ...(said.important && { important: true as const }),
      ...{ reasons, check },
      looker: lookerOf(identity, openid, to, facts),
      ...(state === 'held' && { heldAt: now }),
      ...(state === 'sent' && { toTell: true as const }),
    },
  }
}

function judgeSaid({ words, photos }: Said, { matter, letters, facts, session }: Weighing) {
  const { openid, now, identity } = session
  const { itsClass, child, school, pact } = facts
  const own = letters.filter(({ by }) => by.openid === openid).slice(-PREVIOUS)
  return judgeLetter(
    { role: identity.role, ...(matter !== undefined && { matter }), words, photos: photos.length },
    {
      roster: itsClass.roster,
      calendar: school.calendar,
      child: itsClass.roster.find(({ childId }) => childId === child._id)?.name ?? child.name,
      previous: own.map(({ words: text, at }) => ({ text, at })),
    },
    pact,
    now,
  )
}

function deflect(reasons: readonly Reason[]): Weighed {
  const [first] = reasons.filter(({ verdict }) => verdict === 'deflect')
  if (!first || first.rule === 'C34') return { ok: true }
  return refuse('POST_REFUSED', { rule: first.rule, cite: first.cite, reasons: [...reasons], wayOut: first.wayOut })
}

interface About {
  said: Said
  letterId: string
  weighing: Weighing
}

const verdictOf = (reasons: readonly Reason[], { said, letterId, weighing }: About, check?: CheckResult) => ({
  noticeId: letterId,
  schoolId: weighing.facts.school._id,
  classIds: [weighing.facts.itsClass._id],
  author: { openid: weighing.session.openid, role: weighing.session.identity.role },
  draft: { title: weighing.matter ?? '', body: said.words } as Parameters<typeof keepVerdict>[1]['draft'],
  reasons,
  ...(check && { check }),
  at: weighing.session.now,
})

async function refuseLetter(reasons: Reason[], about: About, check?: CheckResult): Promise<Refusal> {
  await keepVerdict('refuse', verdictOf(reasons, about, check))
  const [first] = reasons
  return refuse('POST_REFUSED', { rule: first?.rule, cite: first?.cite, reasons })
}

function sideIn(identity: Pick<Identity, 'role'>): LetterDoc['by']['side'] {
  if (identity.role === 'guardian') return 'family'
  return isLeader(identity) ? 'leader' : 'staff'
}

/** A family's letter to the class is the head teacher's to look at, unless it is their own; every other the leaders' (G02). */
function lookerOf(
  { role }: Identity,
  openid: string,
  to: Weighing['to'],
  { itsClass }: TalkFacts,
): NonNullable<LetterDoc['looker']> {
  const head = itsClass.headTeacher?.openid
  return role === 'guardian' && to !== 'principal' && head && head !== openid ? 'head_teacher' : 'leaders'
}
