// Decides which days the events of an .ics file mean, and what each is called (RFC 5545).
import { addDays } from '@class-pact/core/calendar'
import type { FileLine } from './read-entries'

/** Events of one file. */
const EVENTS_MAX = 500

export const isEvents = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)

/** One line an event; the end of a whole-day event is the day after it. */
export function readEvents(text: string): FileLine[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  return unfolded
    .split(/BEGIN:VEVENT/i)
    .slice(1, EVENTS_MAX + 1)
    .flatMap((event): FileLine[] => {
      const field = (name: string) => new RegExp(`^${name}((?:;[^:\\r\\n]*)?):(.*)$`, 'im').exec(event)?.slice(1) ?? []
      const [, start] = field('DTSTART')
      const [, end] = field('DTEND')
      const from = dayOf(start)
      if (!from) return []
      const after = dayOf(end)
      const isWhole = !/T\d{4}/.test(end ?? '')
      const to = after === undefined ? from : isWhole && after > from ? addDays(after, -1) : after
      const [, summary = ''] = field('SUMMARY')
      const said = summary.replace(/\\([,;n])/gi, ' ').trim()
      return [{ text: said, span: { from, to: to < from ? from : to } }]
    })
}

function dayOf(written = ''): string | undefined {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)/.exec(written.trim()) ?? []
  if (!year || !month || !date) return undefined
  const day = `${year}-${month}-${date}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}
