// Decides what the page of the missing shows: whom somebody looks for first, and how the others were found.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, Roll } from '@class-pact/core/contract'
import { presentContact, type ContactView } from '../../../domains/roll/contact-view'
import { CHECK_WORDS } from '../../../domains/roll/words'
import { formatClass, formatDate } from '../../../services/format'

export interface MissingView {
  title: string
  place: string
  /** Whoever was tapped comes first, then the longest missing. */
  open: ContactView[]
  closed: ContactView[]
  empty: string
}

export function presentMissing(roll: Roll, now: Instant, first: string): MissingView {
  const views = roll.contacts.map((contact) => presentContact(contact, now))
  const open = views.filter((view) => view.open)
  const day = roll.day === beijingDay(now) ? '' : formatDate(roll.day)
  return {
    title: `${day}${CHECK_WORDS[roll.half]} ${roll.dueAt}`,
    place: formatClass(roll.className),
    open: [...open.filter(({ childId }) => childId === first), ...open.filter(({ childId }) => childId !== first)],
    closed: views.filter((view) => !view.open),
    empty: open.length === 0 ? '每个孩子都有着落了' : '',
  }
}
