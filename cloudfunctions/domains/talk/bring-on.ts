// Decides how a talk changes: one conditional update carries the act and all that follows from it (docs/adr/0027).
import type { Instant, TalkDesk } from '@class-pact/core/contract'
import { MEDIA_WAIT_MS } from '@class-pact/core/notice'
import { answeredAt, isClosed, waitsSince, type Rise } from '@class-pact/core/talk'
import type { Duty } from '../../common/store/documents'
import type { Change } from '../../common/store/collection'
import type { EventDoc, LetterDoc, TalkDoc } from './documents'
import type { TalkFacts } from './facts'
import { readersIn, risesIn } from './whose'

/** What an act does to a talk. */
export interface Act {
  letter?: LetterDoc
  /** Fields of letters that are there, by their place. */
  amend?: { place: number; fields: Partial<LetterDoc> }[]
  events?: EventDoc[]
  /** It lies with these from now on. */
  desk?: TalkDesk
}

/** Fields that follow from the letters and the events, and are kept for lists and the clock. */
const DERIVED = ['waitsSince', 'answeredAt', 'leadersFrom', 'disciplineFrom', 'duty'] as const

/** The talk after an act, and the change that makes it so. What time has done until now is written down with it (G21). */
export function bringOn(talk: TalkDoc, facts: TalkFacts, act: Act, now: Instant): { next: TalkDoc; change: Change } {
  const letters = amended(talk.letters, act)
  const risen = risesToNote(talk, risesIn(talk, facts), now)
  const said = [...risen, ...(act.events ?? [])]
  const opens = isClosed(talk) && !isClosed({ letters, events: [...talk.events, ...said] })
  const events = opens ? [...said, { kind: 'reopened' as const, at: now }] : said
  const moved = act.desk ? { desk: act.desk, deskSince: now } : {}
  const next = settle(
    { ...talk, ...moved, letters, events: [...talk.events, ...events], changes: talk.changes + 1 },
    facts,
  )
  const amends = (act.amend ?? []).flatMap(({ place, fields }) =>
    Object.entries(fields).map(([field, value]) => [`letters.${place}.${field}`, value] as const),
  )
  const isGone = (field: string) => (value: unknown) => (value === undefined ? [[field, ''] as const] : [])
  const gone = [
    ...DERIVED.flatMap((field) => isGone(field)(next[field])),
    ...amends.flatMap(([path, value]) => isGone(path)(value)),
  ]
  return {
    next,
    change: {
      $set: {
        ...moved,
        ...derivedOf(next),
        changes: next.changes,
        ...Object.fromEntries(amends.filter(([, value]) => value !== undefined)),
      },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }),
      ...((act.letter ?? events.length > 0) && {
        $push: {
          ...(act.letter && { letters: act.letter }),
          ...(events.length > 0 && { events: { $each: events } }),
        },
        ...(act.letter && { $addToSet: { writers: act.letter.by.openid } }),
      }),
    },
  }
}

function amended(letters: readonly LetterDoc[], { letter, amend = [] }: Act): LetterDoc[] {
  const changed = letters.map((each, place) => {
    const fields = amend.filter((one) => one.place === place).map((one) => one.fields)
    return Object.assign({}, each, ...fields) as LetterDoc
  })
  return letter ? [...changed, letter] : changed
}

/** Steps upward that time has made, and nobody has written down. */
function risesToNote({ events }: TalkDoc, rises: readonly Rise[], now: Instant): EventDoc[] {
  const noted = new Set(events.flatMap(({ kind, at }) => (kind === 'risen' ? [at] : [])))
  return rises.filter(({ at }) => at <= now && !noted.has(at)).map((rise) => ({ kind: 'risen', ...rise, toTell: true }))
}

/** The talk with everything that follows from its letters and events. */
export function settle(talk: TalkDoc, facts: TalkFacts): TalkDoc {
  const { waitsSince: _, answeredAt: __, leadersFrom: ___, disciplineFrom: ____, duty: _____, ...own } = talk
  const [since, answered] = [waitsSince(own), answeredAt(own)]
  const lies: TalkDoc = {
    ...own,
    ...(since !== undefined && { waitsSince: since }),
    ...(answered !== undefined && { answeredAt: answered }),
  }
  const rises = risesIn(lies, facts)
  const duty = dutyOf(lies, rises)
  const state = isClosed(lies) ? 'closed' : since === undefined ? 'answered' : 'waiting'
  const held = lies.letters.flatMap(({ state: stands, looker }) => (stands === 'held' && looker ? [looker] : []))
  return { ...lies, ...readersIn(lies, rises), state, holding: [...new Set(held)], ...(duty && { duty }) }
}

const derivedOf = (talk: TalkDoc) => ({
  ...Object.fromEntries(DERIVED.flatMap((field) => (talk[field] === undefined ? [] : [[field, talk[field]]]))),
  ...{ state: talk.state, holding: talk.holding },
})

/** The next thing that the clock does: photos that nobody has judged, somebody to be told, a step upward. */
function dutyOf({ letters, events }: TalkDoc, rises: readonly Rise[]): Duty | undefined {
  const noted = new Set(events.flatMap(({ kind, at }) => (kind === 'risen' ? [at] : [])))
  const due = [
    ...letters.flatMap(({ state, at, arrivesAt, toTell }) => {
      if (state === 'checking') return [at + MEDIA_WAIT_MS]
      return state === 'sent' && toTell ? [arrivesAt] : []
    }),
    ...events.flatMap(({ at, toTell }) => (toTell ? [at] : [])),
    ...rises.flatMap(({ at }) => (noted.has(at) ? [] : [at])),
  ]
  return due.length > 0 ? { kind: 'tell', at: Math.min(...due), lease: 0, tries: 0 } : undefined
}
