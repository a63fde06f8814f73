// Decides how a talk reads: letters as sheets with what happened between them, the oldest first (screens.md 3.13).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, Talk, TalkAct, TalkEvent, TalkLetter } from '@class-pact/core/contract'
import { presentCalls, type Call } from '../../../domains/talk/calls'
import { sayMuted } from '../../../domains/talk/muted'
import { TALK_ABOUT_WORDS, UNSENT_WORD, deskWord, sayTalkState, type LeaderWord } from '../../../domains/talk/words'
import { formatClass, formatDate, formatMoment, formatRelease } from '../../../services/format'
import { presentReason, type RefusalCard } from '../../../services/sentences'

export interface Entry {
  key: string
  /** Of a letter; '' for what happened beside them. */
  by: string
  when: string
  words: string
  photos: { url: string }[]
  photosNote: string
  isMine: boolean
  important: boolean
  /** Of an own letter that the other side does not read yet. */
  waits: string
  reasons: RefusalCard[]
  /** What happened between two letters. */
  event: string
}

export interface Bar {
  key: 'lesson' | 'quiet' | 'late' | 'muted'
  icon: string
  sentence: string
  link: string
}

export interface TalkView {
  matter: string
  sub: string
  state: string
  isWaiting: boolean
  readers: string
  entries: Entry[]
  bars: Bar[]
  canSend: boolean
  /** What writing does in a thread that is closed. */
  reopens: string
  acts: { act: Exclude<TalkAct, 'send'>; text: string; sub: string; icon: string }[]
  calls: Call[]
}

/** Who reads it. */
export interface Reader {
  side: 'family' | 'teacher' | 'leader'
  leader: LeaderWord
}

export function presentTalk(talk: Talk, now: Instant, reader: Reader): TalkView {
  const { about, matter, childName, className, state, owner, may } = talk
  const { leader } = reader
  const isUnsent = talk.letters.length > 0 && talk.letters.every((letter) => letter.state !== 'sent')
  const said = isUnsent ? UNSENT_WORD : sayTalkState(state, owner, leader)
  const since = state === 'waiting' && owner.since !== undefined ? `，从${formatMoment(owner.since, now)}起` : ''
  return {
    matter,
    sub: [childName, formatClass(className), ...(about === 'matter' ? [] : [TALK_ABOUT_WORDS[about]])].join('，'),
    state: said + since,
    isWaiting: state === 'waiting',
    readers: sayReaders(talk, reader),
    entries: presentEntries(talk, now, reader),
    bars: presentBars(talk, now, reader),
    canSend: may.includes('send'),
    reopens: state === 'closed' && may.includes('send') ? '这件事已办结，再写一封会重新打开。' : '',
    acts: presentActs(talk, leader),
    calls: presentCalls(talk.phones, leader),
  }
}

/** 只有您家和王老师能看到; after it was passed on, the leaders too, and since when (C24, G07). */
function sayReaders({ teacher, childName, leadersFrom }: Talk, { side, leader }: Reader): string {
  const family = side === 'family' ? '您家' : `${childName}家`
  if (!teacher) return `只有${family}和${leader}室能看到`
  const other = side === 'teacher' ? '您' : teacher
  if (leadersFrom === undefined) return `只有${family}和${other}能看到`
  return `${family}和${other}能看到，${leader}室从${formatDate(beijingDay(leadersFrom))}起也能看到`
}

function presentEntries(talk: Talk, now: Instant, reader: Reader): Entry[] {
  const letters = talk.letters.map((letter) => ({ at: letter.at, entry: presentLetter(letter, talk, now, reader) }))
  const events = talk.events.map((event, index) => ({
    at: event.at,
    entry: { ...NO_LETTER, key: `event-${index}`, event: sayEvent(event, now, reader.leader) },
  }))
  return [...letters, ...events].sort((one, other) => one.at - other.at).map(({ entry }) => entry)
}

const NO_LETTER: Entry = {
  ...{ key: '', by: '', when: '', words: '', photos: [], photosNote: '', isMine: false, important: false },
  ...{ waits: '', reasons: [], event: '' },
}

function presentLetter(letter: TalkLetter, talk: Talk, now: Instant, reader: Reader): Entry {
  const { letterId, by, at, words, photos, isMine, important } = letter
  const isOpen = letter.state === 'held' || letter.state === 'returned'
  const isStaff = reader.side !== 'family'
  return {
    ...{ key: letterId, by: isMine ? `${by}（您）` : by, when: formatMoment(at, now), words, isMine },
    photos: photos.flatMap(({ url }) => (url ? [{ url }] : [])),
    photosNote: sayPhotos(letter),
    important: important ?? false,
    waits: isMine ? sayWaits(letter, talk, now, reader) : '',
    reasons: isOpen ? letter.reasons.map((reason) => ({ ...presentReason(reason, { now, isStaff }), ways: [] })) : [],
    event: '',
  }
}

/** 明早7:00送达 照片检查中 先请老师看 已退回 */
function sayWaits(letter: TalkLetter, { teacher }: Talk, now: Instant, { side, leader }: Reader): string {
  const { state, decided, arrivesAt } = letter
  if (state === 'checking') return '照片检查中，通过后自动送达'
  if (state === 'held') return side === 'family' && teacher ? '先请老师看，通过后送达' : `先请${leader}室看，通过后送达`
  if (state === 'returned') {
    const said = decided?.words ?? (decided?.wordsHeld ? '说明还没通过检查' : '')
    return `已退回${said ? `：${said}` : '，没有送达'}`
  }
  return arrivesAt > now ? `${formatRelease(arrivesAt, now)}送达` : ''
}

function sayPhotos({ photos }: TalkLetter): string {
  const pending = photos.filter(({ state }) => state === 'pending').length
  const doubted = photos.filter(({ state, url }) => state === 'doubted' && !url).length
  return [
    ...(pending > 0 ? [`${pending}张照片检查中`] : []),
    ...(doubted > 0 ? [`${doubted}张照片没有通过检查`] : []),
  ].join('，')
}

function sayEvent(event: TalkEvent, now: Instant, leader: LeaderWord): string {
  const { kind, by = '', desk, days } = event
  const words = event.words ?? (event.wordsHeld ? '说明还没通过检查' : '')
  const to = desk ? deskWord(desk, leader) : `${leader}室`
  const said = {
    passed: `${by}已转交${to}`,
    asked: `${by}请${to}看`,
    risen: `${days ?? ''}个上课日没有答复，转${to}`,
    closed: `${by}办结`,
    reopened: `${by}重新打开`,
    thanked: `${by}已采纳，谢谢您家`,
    moved: `现在由${by || to}答复`,
    seen: `${by}已看到`,
  }[kind]
  return `${formatMoment(event.at, now)}，${said}${words ? `：${words}` : ''}`
}

function presentBars({ bars, owner, teacher, mutedUntil }: Talk, now: Instant, { side, leader }: Reader): Bar[] {
  const isAtClass = owner.desk === 'head_teacher' || owner.desk === 'teacher'
  const answers = (isAtClass && (owner.card ?? teacher)) || deskWord(owner.desk, leader)
  const whom = side === 'family' ? answers : '家长'
  const { inLesson, quietUntil, phoneAfterHours } = bars
  const said: Bar[] = []
  if (mutedUntil !== undefined && mutedUntil > now) {
    said.push({ key: 'muted', icon: 'info', sentence: sayMuted(mutedUntil), link: '向校长申诉' })
  }
  if (quietUntil !== undefined) {
    const sentence = `现在是安静时间，${whom}${formatRelease(quietUntil, now)}看到`
    said.push({ key: 'quiet', icon: 'moon', sentence, link: '' })
  } else if (inLesson) {
    said.push({ key: 'lesson', icon: 'clock', sentence: `${whom}在上课，课间或放学后回复`, link: '' })
  }
  if (phoneAfterHours !== undefined) {
    const sentence = `${phoneAfterHours}小时还没等到回复，可以打电话`
    said.push({ key: 'late', icon: 'phone', sentence, link: '打电话' })
  }
  return said
}

function presentActs({ may, about }: Talk, leader: LeaderWord): TalkView['acts'] {
  const acts: TalkView['acts'] = [
    { act: 'thank', text: '采纳并感谢', sub: '只有这一家看到', icon: 'ok' },
    { act: 'ask', text: `请${leader}看`, sub: `${leader}室从现在起也能看到，老师会知道`, icon: 'school' },
    { act: 'pass', text: `转${leader}室`, sub: `由${leader}室答复，家长会看到`, icon: 'school' },
    { act: 'close', text: '办结', sub: about === 'matter' ? '这件事已经说清楚了' : '已经答复了', icon: 'check' },
  ]
  return acts.filter(({ act }) => may.includes(act))
}

/** Up to when the thread has been read: its latest letter, or what happened last. */
export function latestOf({ letters, events }: Pick<Talk, 'letters' | 'events'>): Instant {
  return Math.max(
    0,
    ...letters.map(({ isMine, at, arrivesAt }) => (isMine ? at : Math.max(at, arrivesAt))),
    ...events.map(({ at }) => at),
  )
}
