// Decides who hears of a talk: the family of an answer, whoever it lies with of a letter, never in a lesson.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, TalkDesk } from '@class-pact/core/contract'
import { nextOpening } from '@class-pact/core/pact'
import { talkMessage, todoMessage, type Message } from '../../common/wechat/messages'
import { holdersOfOffice } from '../office'
import { people } from '../person'
import { pushAll } from '../reminder'
import type { EventDoc, LetterDoc, TalkDoc } from './documents'
import type { TalkFacts } from './facts'
import { lessonOf } from './lesson'
import { deskIn, holderOf } from './whose'

interface Telling {
  talk: TalkDoc
  facts: TalkFacts
  now: Instant
  until: Instant
}

interface Told {
  talk: TalkDoc
  /** What says that somebody is still to be told. */
  gone: Record<string, ''>
}

/** Everything that has arrived and happened until now; undefined: the time is over, the rest is for the next run. */
export async function tellTalk(
  talk: TalkDoc,
  facts: TalkFacts,
  now: Instant,
  until: Instant,
): Promise<Told | undefined> {
  const telling = { talk, facts, now, until }
  const letters = talk.letters.flatMap((letter, place) =>
    letter.toTell && letter.state === 'sent' && letter.arrivesAt <= now ? [{ letter, place }] : [],
  )
  const events = talk.events.flatMap((event, place) => (event.toTell && event.at <= now ? [{ event, place }] : []))
  for (const { letter } of letters) if (!(await tellOfLetter(letter, telling))) return undefined
  for (const { event } of events) if (!(await tellOfEvent(event, telling))) return undefined
  const places = new Set(letters.map(({ place }) => place))
  const told = new Set(events.map(({ place }) => place))
  return {
    talk: {
      ...talk,
      letters: talk.letters.map((each, place) => (places.has(place) ? { ...each, toTell: undefined } : each)),
      events: talk.events.map((each, place) => (told.has(place) ? { ...each, toTell: undefined } : each)),
    },
    gone: Object.fromEntries([
      ...letters.map(({ place }) => [`letters.${place}.toTell`, '']),
      ...events.map(({ place }) => [`events.${place}.toTell`, '']),
    ]) as Told['gone'],
  }
}

async function tellOfLetter(letter: LetterDoc, telling: Telling): Promise<boolean> {
  const { talk, facts, now } = telling
  const about = `${talk._id}:${letter.letterId}`
  if (letter.by.side !== 'family') return push(about, familyOf(facts), 'talk_reply', answered(letter, talk), telling)
  const { desk } = deskIn(talk, facts, now)
  const holder = holderOf(talk, facts)
  // A lesson holds nothing: the letter is there, and at half past five it is counted with the rest.
  if (isClassDesk(desk) && lessonOf(facts, holder.openid, now)) return true
  return push(
    about,
    await peopleAt(desk, telling),
    'todo',
    waiting('家长留言，请回复', talk, letter.arrivesAt),
    telling,
  )
}

/** Handed on, asked for, risen: both sides hear of it, and whoever answers now; in quiet hours they find it in the morning. */
async function tellOfEvent(event: EventDoc, telling: Telling): Promise<boolean> {
  const { talk, facts, now } = telling
  const opening = nextOpening(now, 'head_teacher', facts.pact, facts.school.calendar, 'private')
  if (opening > now) return true
  const about = `${talk._id}:${event.kind}:${event.at}`
  const staff = event.desk ? await peopleAt(event.desk, telling) : []
  const holder = holderOf(talk, facts).openid
  const concerned = event.kind === 'thanked' ? [] : [...staff, ...(holder ? [holder] : [])]
  const isTold = await push(about, concerned, 'todo', waiting('家长来信，请处理', talk, event.at), telling)
  if (!isTold || event.kind === 'asked') return isTold
  const by = event.by ?? '学校'
  return push(about, familyOf(facts), 'talk_reply', talkMessage({ talkId: talk._id, by, at: event.at }), telling)
}

const isClassDesk = (desk: TalkDesk) => desk === 'head_teacher' || desk === 'teacher'
const familyOf = ({ child }: TalkFacts) => child.guardians.map(({ openid }) => openid)
const answered = ({ by, arrivesAt }: LetterDoc, { _id }: TalkDoc) =>
  talkMessage({ talkId: _id, by: by.card, at: arrivesAt })
const waiting = (what: string, { _id }: TalkDoc, at: Instant): Message => ({
  ...todoMessage({ what, count: 1, at }),
  page: `packages/talk/thread/thread?talkId=${_id}`,
})

async function peopleAt(desk: TalkDesk, { talk, facts, now }: Telling): Promise<string[]> {
  const { principals, office = [] } = facts.school
  const leaders = [...principals, ...office].map(({ openid }) => openid)
  if (desk === 'principal' || desk === 'office') return leaders
  if (desk === 'discipline')
    return [...(await holdersOfOffice(talk.schoolId, 'discipline', beijingDay(now))), ...leaders]
  const { openid } = holderOf(talk, facts)
  return openid ? [openid] : []
}

/** One message a person, only with a credit; a crash in between tells the rest, and nobody twice. */
async function push(
  about: string,
  openids: readonly string[],
  template: 'talk_reply' | 'todo',
  message: Message,
  { talk, until }: Telling,
): Promise<boolean> {
  const whom = [...new Set(openids)]
  if (whom.length === 0) return true
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: whom }, [`credits.${template}`]: { $gt: 0 } },
    { limit: whom.length, fields: { _id: 1 } },
  )
  const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
  return pushAll({ schoolId: talk.schoolId, about }, recipients, until)
}
