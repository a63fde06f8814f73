// Decides how a talk reads to whoever may see it: letters that have arrived, own ones in any state, and what to do.
import type { Identity, Instant, LetterPhoto, Talk, TalkLetter } from '@class-pact/core/contract'
import { nextOpening, replyHours } from '@class-pact/core/pact'
import { actsOf, deskAt, isVisible, stateOf, type Side } from '@class-pact/core/talk'
import type { Session } from '../../common/call/handlers'
import { mutedUntil } from '../../common/call/session'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import type { LetterDoc, TalkDoc } from './documents'
import type { TalkFacts } from './facts'
import { lessonOf } from './lesson'
import { deskIn, holderOf, lyingOf, readersIn, risesIn, sideOfReader } from './whose'

const HOUR_MS = 3_600_000

export type Reader = Pick<Session, 'openid' | 'now' | 'person'> & { identity: Identity }

/** What WeChat let pass; what it doubts only after a person has let it through, and never what it calls risky (C04). */
function describePhotos(letter: LetterDoc, links: ReadonlyMap<string, string>): LetterPhoto[] {
  const isLooked = letter.decided?.decision === 'approve'
  return letter.media.map(({ fileId, suggest }) => {
    const shows = suggest === 'pass' || (suggest === 'review' && isLooked)
    const state = shows ? 'pass' : suggest === 'pending' ? 'pending' : 'doubted'
    return { url: shows ? (links.get(fileId) ?? '') : '', state }
  })
}

function describeLetter(letter: LetterDoc, openid: string, links: ReadonlyMap<string, string>): TalkLetter {
  const { letterId, by, at, state, arrivesAt, words, important, reasons, decided } = letter
  const isMine = by.openid === openid
  return {
    ...{ letterId, by: by.card, side: by.side, isMine, at, state, arrivesAt, words },
    photos: describePhotos(letter, links),
    ...(important && { important }),
    reasons: isMine ? reasons : [],
    ...(isMine && decided && { decided: { at: decided.at, by: decided.by, ...showWords(decided) } }),
  }
}

const lettersFor = (talk: TalkDoc, side: Side, openid: string, now: Instant) =>
  talk.letters.filter((letter) => letter.by.openid === openid || isVisible(letter, side, now))

export async function describeTalk(talk: TalkDoc, facts: TalkFacts, reader: Reader): Promise<Talk> {
  const { openid, now, identity, person } = reader
  const side = sideOfReader(identity)
  const state = stateOf(talk, side, now)
  const rises = risesIn(talk, facts)
  const { leadersFrom } = readersIn(talk, rises)
  const holder = holderOf(talk, facts)
  const { desk, since } = deskAt(lyingOf(talk), rises, now)
  const letters = lettersFor(talk, side, openid, now)
  const links = await linkFiles(letters.flatMap(({ media }) => media.map(({ fileId }) => fileId)))
  const muted = mutedUntil(person, identity, now)
  const acting = { role: identity.role, state, desk: talk.desk, deskNow: desk, about: talk.about }
  // What time alone has done is said also before anybody has written it down.
  const said = new Set(talk.events.flatMap(({ kind, at }) => (kind === 'risen' ? [at] : [])))
  const risen = rises
    .filter(({ at }) => at <= now && !said.has(at))
    .map((rise) => ({ kind: 'risen' as const, ...rise }))
  const { _id: talkId, childId, childName, classId, className, about, matter } = talk
  return {
    ...{ talkId, childId, childName, classId, className, about, matter, state },
    owner: {
      desk,
      ...(isClassDesk(desk) && holder.card !== undefined && { card: holder.card }),
      ...(state === 'waiting' && { since: Math.max(talk.waitsSince ?? since, since) }),
    },
    ...(talk.to.desk !== 'principal' && { teacher: holder.card ?? talk.to.card }),
    ...(leadersFrom !== undefined && leadersFrom <= now && { leadersFrom }),
    letters: letters.map((letter) => describeLetter(letter, openid, links)),
    events: [...talk.events, ...risen]
      .sort((one, other) => one.at - other.at)
      .map(({ kind, at, ...event }) => ({
        ...{ kind, at },
        ...('by' in event && event.by !== undefined && { by: event.by }),
        ...(event.desk && { desk: event.desk }),
        ...(event.days !== undefined && { days: event.days }),
        ...showWords('words' in event ? event : {}),
      })),
    may: actsOf({ ...acting, letters: talk.letters.length, events: talk.events, muted: muted !== undefined }),
    ...(muted !== undefined && { mutedUntil: muted }),
    bars: barsOf(talk, facts, reader),
    phones: side === 'family' ? phonesOf(facts) : {},
  }
}

const isClassDesk = (desk: Talk['owner']['desk']) => desk === 'head_teacher' || desk === 'teacher'

/** The head teacher's number where it is for families, and the school's (M16). */
export function phonesOf({ itsClass, school }: Pick<TalkFacts, 'itsClass' | 'school'>): Talk['phones'] {
  const teacher = itsClass.headTeacher?.phone
  return { ...(teacher && { teacher }), ...(school.phone && { school: school.phone }) }
}

/** When a letter that this reader writes now is read; undefined: at once (T02). */
export function quietUntil({ pact, school }: TalkFacts, { identity, now }: Reader): Instant | undefined {
  const opening = nextOpening(now, identity.role, pact, school.calendar, 'private')
  return opening > now ? opening : undefined
}

function barsOf(talk: TalkDoc, facts: TalkFacts, reader: Reader): Talk['bars'] {
  const { now } = reader
  const quiet = quietUntil(facts, reader)
  if (sideOfReader(reader.identity) === 'school') return quiet === undefined ? {} : { quietUntil: quiet }
  const holder = holderOf(talk, facts)
  const { waitsSince } = talk
  const hours = replyHours(facts.pact)
  const isAtClass = isClassDesk(deskIn(talk, facts, now).desk)
  return {
    ...(isAtClass && lessonOf(facts, holder.openid, now) && { inLesson: true as const }),
    ...(quiet !== undefined && { quietUntil: quiet }),
    ...(waitsSince !== undefined && waitsSince + hours * HOUR_MS <= now && { phoneAfterHours: hours }),
  }
}
