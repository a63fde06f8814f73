// Decides the points of the demo's two classes: hygiene of each school day, and what they won.
import { beijingDay, instantOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Diary, Place } from './diary'
import { LACKING } from './entry-texts'
import { WRITERS } from './offices'
import { pick, seedRandom } from './random'
import { CALENDAR } from './school-time'
import type { Wanted } from './write-entry'

/** Of so many school days. */
const DAYS = 15
const FULL = 10
/** What is lacking is noticed in so many of ten rooms. */
const SELDOM = 0.3
/** Today's first room has been seen by then; the other is still to come. */
const SEEN_BY = '08:40'

export function listPoints({ now, three, five, day }: Diary): Wanted[] {
  const random = seedRandom(7)
  const hygiene = (place: Place, on: string, clock: string): Wanted => {
    const lacking = random() < SELDOM ? pick(random, LACKING) : undefined
    const points = FULL - (lacking?.choices.length ?? 0)
    const said = { points, ...(lacking && { lacking: lacking.choices, notes: lacking.notes }) }
    return {
      ...{ id: `hygiene-${place.head}-${on}`, register: 'points-hygiene', on, itsClass: place },
      parts: { fill: { by: WRITERS.duty, at: instantOf(on, clock), said } },
    }
  }
  const today = beijingDay(now)
  const isSeen = mayBeSchoolDay(today, CALENDAR) && now >= instantOf(today, SEEN_BY)
  const won = (place: Place, ago: number, prize: string, activity: string): Wanted => {
    const on = day(ago)
    return {
      ...{ id: `prize-${place.head}`, register: 'class-prizes', on, itsClass: place },
      parts: { fill: { by: WRITERS.discipline, at: instantOf(on, '16:00'), said: { prize, activity, day: on } } },
    }
  }
  return [
    ...Array.from({ length: DAYS }, (_, index) => day(index + 1)).flatMap((on) => [
      hygiene(three, on, '13:10'),
      hygiene(five, on, '13:15'),
    ]),
    ...(isSeen ? [hygiene(three, today, '08:20')] : []),
    ...[won(three, 8, 'second', '校园合唱比赛'), won(five, 12, 'first', '广播操比赛')],
  ]
}
