// Decides what a new sheet knows already, so that nothing is asked twice: the day, the lesson, the roll, the last time.
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Field, FieldAnswer, Instant } from '@class-pact/core/contract'
import type { Register } from '@class-pact/core/register'
import { isOfThisYear, lessonAt, periodAt } from '@class-pact/core/timetable'
import type { EntryDoc } from './documents'
import { COUNTED, type Facts } from './facts'
import { filled } from './things'

interface Known {
  facts: Facts
  rules: Register
  /** Of the same subject, the newest before this one. */
  last?: EntryDoc
}

/** What seldom changes from one time to the next: who, with what, where. */
const STABLE: readonly Field['type'][] = ['person', 'device', 'room']
const STABLE_IDS: readonly string[] = ['place', 'subject', 'grade', 'keeper', 'kind']

export function prefill({ facts, rules, last }: Known, now: Instant): FieldAnswer[] {
  const before = last ? filled(last) : []
  return rules.parts[0].fields.flatMap((field): FieldAnswer[] => {
    const { id: question } = field
    const known = knownOf(field, facts, now)
    if (known) return [{ question, ...known }]
    const isStable = STABLE.includes(field.type) || (STABLE_IDS.includes(question) && field.type !== 'photo')
    const said = isStable ? before.find((each) => each.question === question) : undefined
    if (!said) return []
    const { files: _files, ...answer } = said
    return [{ ...answer }]
  })
}

/** Two teachers never write the same lesson: the timetable says which runs now (E04). */
function knownOf({ id, type }: Field, { counts, week, school }: Facts, now: Instant): Partial<FieldAnswer> | undefined {
  if (type === 'day' && (id === 'day' || id === 'on')) return { day: beijingDay(now) }
  if (type === 'check') return { done: true }
  if (type === 'number' && (COUNTED as readonly string[]).includes(id) && counts) return { number: counts[id] ?? 0 }
  if (!week || !isOfThisYear(week, now)) return undefined
  const subject = lessonAt(week, school.calendar, now)
  if (subject === undefined) return undefined
  if (id === 'subject' && type === 'text') return { text: subject }
  return id === 'lesson' && type === 'number' ? { number: periodAt(week, beijingClock(now)) + 1 } : undefined
}
