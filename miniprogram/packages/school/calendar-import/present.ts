// Decides how the lines of a calendar file read: what each was taken for, and which are asked about.
import { remarksOn } from '@class-pact/core/calendar'
import type { CalendarEntry, CalendarPreview, EntryMeaning } from '@class-pact/core/contract'
import { CLOSURE_WORDS, saySpan, sayRemark } from '../calendar/words'

const MEANING_WORDS: Record<EntryMeaning, string> = {
  term: '学期',
  closure: '放假',
  school: '补课日',
  ignored: '不写进校历',
}
export const MEANING_OPTIONS = (['term', 'closure', 'school', 'ignored'] as const).map((value) => ({
  value,
  label: MEANING_WORDS[value],
}))

export interface LineView {
  line: number
  text: string
  /** 2027年1月23日至2月21日 */
  days: string
  meaning: string
  value: EntryMeaning
  doubtful: boolean
}
export interface PreviewView {
  summary: string
  lines: LineView[]
  asked: LineView[]
  unread: { line: number; text: string }[]
  remarks: string[]
  misfit: string
  canImport: boolean
}

const presentLine = ({ line, text, from, to, meaning, cause, doubtful }: CalendarEntry): LineView => ({
  ...{ line, text, value: meaning, doubtful },
  days: saySpan({ from, to }),
  meaning: doubtful ? '请选' : meaning === 'closure' && cause ? CLOSURE_WORDS[cause].long : MEANING_WORDS[meaning],
})

export function presentPreview({ entries, unread, calendar, misfit }: CalendarPreview): PreviewView {
  const lines = entries.map(presentLine)
  const asked = lines.filter(({ doubtful }) => doubtful)
  const taken = entries.filter(({ meaning }) => meaning !== 'ignored').length
  const wrong = entries.find(({ line }) => line === misfit)
  return {
    summary: `读出${entries.length}条，${taken}条写进校历${asked.length > 0 ? `，${asked.length}条要您定一下` : ''}`,
    lines: lines.filter(({ doubtful }) => !doubtful),
    asked,
    unread: unread.slice(0, UNREAD_SHOWN),
    remarks: remarksOn(calendar).map(sayRemark),
    misfit: wrong ? `“${wrong.text}”和别的日期冲突，请改成不写进校历，或在表里改好再传。` : '',
    canImport: taken > 0 && misfit === undefined,
  }
}

const UNREAD_SHOWN = 30
