// Decides how long what a school year leaves behind is kept: the one list of manifests, clock and privacy page (G23).
import { addDays, beijingDay, instantOf } from '../calendar'
import type { Day, Instant } from '../wire'
import { PURGE_KINDS, type PurgeKind } from './contract'

/**
 * Months after the school year. Half a year for what passes between families and a class: whoever disputes a signature or a
 * talk has a term for it. A whole year for what the school answers for, which inspections of the next year still ask for.
 */
export const PURGE_MONTHS = {
  notices: 6,
  slips: 6,
  leaves: 6,
  rolls: 6,
  talks: 6,
  albums: 6,
  joining: 6,
  messages: 6,
  registers: 12,
  incidents: 12,
  cases: 12,
  graduates: 12,
} as const satisfies Record<PurgeKind, number>

/**
 * Why a collection is never purged. `nobody`: rules, settings and moments of a school, about no person. `present`: about people
 * as long as they are here. `proof`: the audit and the promotions, which prove what happened and hold no texts. `figures`:
 * counts that lose their persons in their kind's time. `passing`: goes by itself within days.
 */
export type KeptFor = 'nobody' | 'present' | 'proof' | 'figures' | 'passing'

/** At night, when nobody looks. */
const HOUR = '02:00'
/** Leaders are told so long before, days: four weeks to take along what they need. */
const TOLD_DAYS = 28
/** 1 September. */
const FIRST_MONTH = 9

/** A school year by the year it begins in: its first and last day. */
export const daysOfYear = (year: number): { from: Day; to: Day } => ({ from: `${year}-09-01`, to: `${year + 1}-08-31` })

/** The moment a school year is over. */
export const endOfYear = (year: number): Instant => instantOf(daysOfYear(year).to, '24:00')

/** The latest school year that is over. */
export function lastYearOver(now: Instant): number {
  const day = beijingDay(now)
  const begun = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < FIRST_MONTH ? 1 : 0)
  return begun - 1
}

/** The day on which what a school year has left of a kind is purged. */
export function purgeDay(kind: PurgeKind, year: number): Day {
  const months = FIRST_MONTH - 1 + PURGE_MONTHS[kind]
  return `${year + 1 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export const purgeAt = (kind: PurgeKind, year: number): Instant => instantOf(purgeDay(kind, year), HOUR)

/** One night's purge: what goes, and of which school year and all before it. */
export interface PurgeRound {
  year: number
  at: Instant
  kinds: PurgeKind[]
}

/** The rounds of a school year, the first first. */
export function roundsOf(year: number): PurgeRound[] {
  const nights = [...new Set(PURGE_KINDS.map((kind) => purgeAt(kind, year)))].sort((a, b) => a - b)
  return nights.map((at) => ({ year, at, kinds: PURGE_KINDS.filter((kind) => purgeAt(kind, year) === at) }))
}

/** Of every kind the next night that it goes, as rounds. */
export function roundsAhead(now: Instant): PurgeRound[] {
  const over = lastYearOver(now)
  const ahead = [over - 1, over, over + 1].flatMap(roundsOf).filter(({ at }) => at > now)
  const seen = new Set<PurgeKind>()
  return ahead
    .sort((a, b) => a.at - b.at)
    .flatMap((round) => {
      const kinds = round.kinds.filter((kind) => !seen.has(kind))
      for (const kind of kinds) seen.add(kind)
      return kinds.length > 0 ? [{ ...round, kinds }] : []
    })
}

/** The round that leaders are told of now, if one is near. */
export function roundToTell(now: Instant): PurgeRound | undefined {
  const [next] = roundsAhead(now)
  return next && beijingDay(now) >= addDays(beijingDay(next.at), -TOLD_DAYS) ? next : undefined
}

/** The last day on which anything of the school year that is running at this moment is still kept. */
export function keptUntil(now: Instant): Day {
  const rounds = roundsOf(lastYearOver(now) + 1)
  return addDays(beijingDay(rounds[rounds.length - 1]?.at ?? now), -1)
}
