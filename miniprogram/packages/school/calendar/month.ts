// Decides what one month of a school's calendar shows: what each day is, by word, by look and for a screen reader.
import { dayKind, gapOf, liesIn, nationalWord, reachOf, weekday } from '@class-pact/core/calendar'
import type { Day, SchoolCalendar } from '@class-pact/core/contract'
import { formatDay } from '../../../services/format'
import { layOutMonth, type Month, type MonthView } from '../../../services/month'
import { CLOSURE_WORDS } from './words'

export interface MonthDay {
  day: Day
  number: number
  /** Under the number: what a day is is a word, never a colour alone. */
  word: string
  /** Classes. */
  look: string
  /** For a screen reader. */
  label: string
}

const SATURDAY = 6

export function layMonth(month: Month, calendar: SchoolCalendar, today: Day): MonthView<MonthDay> {
  return layOutMonth(month, (day) => layDay(day, calendar, today))
}

function layDay(day: Day, calendar: SchoolCalendar, today: Day): MonthDay {
  const kind = dayKind(day, calendar)
  const { word, said } = nameDay(day, calendar)
  const looks = [kind === 'school' ? 'lesson' : kind, gapOf(day, calendar) ? 'gap' : '', day === today ? 'today' : '']
  return {
    day,
    number: Number(day.slice(8)),
    word,
    look: looks.filter(Boolean).join(' '),
    label: [formatDay(day), day === today ? '今天' : '', kind === 'school' ? '上学' : '', said]
      .filter(Boolean)
      .join('，'),
  }
}

/** What a day is called: what the school says of it first, then the nation, then the week. */
function nameDay(day: Day, calendar: SchoolCalendar): { word: string; said: string } {
  const { closures = [], terms = [], rest, school } = calendar
  const closure = closures.find((each) => liesIn(day, each))
  if (closure) return { word: CLOSURE_WORDS[closure.cause].short, said: `不上学，${CLOSURE_WORDS[closure.cause].long}` }
  if (rest.includes(day)) return { word: '停', said: '不上学，学校放假' }
  if (school.includes(day)) return { word: '补', said: '补课日' }
  if (terms.some(({ from }) => from === day)) return { word: '开学', said: '学期第一天' }
  if (terms.some(({ to }) => to === day)) return { word: '末', said: '学期最后一天' }
  const national = nationalWord(day)
  if (national === 'holiday') return { word: '法', said: '不上学，法定节假日' }
  if (gapOf(day, calendar)) return { word: '？', said: '校历还没录入' }
  const reach = reachOf(calendar)
  const isBetween = reach && liesIn(day, reach) && !terms.some((each) => liesIn(day, each))
  if (isBetween) return { word: '假', said: '不上学，两个学期之间' }
  if (national === 'made_up') return { word: '班', said: '国家调休上班日' }
  return weekday(day) >= SATURDAY ? { word: '休', said: '不上学，周末' } : { word: '', said: '' }
}
