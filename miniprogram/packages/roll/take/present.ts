// Decides how a roll reads: a cell a child, its word, the sums, who is missing (screens.md 3.12).
import { beijingDay, nationalWord, weekday } from '@class-pact/core/calendar'
import type { Day, Half, Input, Instant, Roll, RollCounts, RollLine } from '@class-pact/core/contract'
import { countRoll, halfAt } from '@class-pact/core/roll'
import { presentContact, type ContactView } from '../../../domains/roll/contact-view'
import { sayElapsed } from '../../../domains/roll/elapsed'
import { CHECK_WORDS, MARK_WORDS, SYMPTOM_WORDS, leaveWord, sayCounts } from '../../../domains/roll/words'
import { sayGap } from '../../../services/calendar-gap'
import { formatDay, formatMoment } from '../../../services/format'

export type RollMark = Input<'roll.save'>['marks'][number]
/** What a hand has set and the cloud has not taken yet, by child; the remark stays known where the cloud keeps it. */
export type HandMarks = Record<string, RollMark>

export interface CellView {
  childId: string
  no: string
  name: string
  word: string
  /** What was seen of the child: 发热，咳嗽 */
  seen: string
  look: '' | 'off' | 'away' | 'absent' | 'asks'
  label: string
}
/** Whom this phone alone knows to be missing: the roll waits for the network. */
export interface MissingView {
  childId: string
  name: string
  /** 未到00:12 */
  timer: string
  sub: string
}
export interface TakeView {
  title: string
  dayText: string
  half: Half
  cells: CellView[]
  tally: { text: string; red: boolean }[]
  /** Whom somebody looks for: one red card each. */
  looking: ContactView[]
  missing: MissingView[]
  /** 已保存，8:05，语文王老师 */
  saved: string
  /** What nobody has answered: children whose leave is gone. */
  asking: { childId: string; text: string }[]
  gap: string
  rest: string
}

/** A line with what a hand has set since: whoever is not here and has leave is on leave. */
export function markedLine(line: RollLine, hand: RollMark | undefined): RollLine {
  if (!hand) return line
  const { mark, at, symptoms, remark } = hand
  const { asks: _answered, ...rest } = line
  return { ...rest, mark: mark === 'absent' && line.leave ? 'leave' : mark, at, symptoms, remark }
}

const wordOf = ({ mark, leave }: RollLine) => {
  if (mark !== 'leave' || !leave) return MARK_WORDS[mark]
  return leave.pending ? '待批' : leaveWord(leave.kind)
}

function lookOf({ mark, asks }: RollLine): CellView['look'] {
  if (asks) return 'asks'
  if (mark === 'leave') return 'away'
  if (mark === 'absent') return 'absent'
  return mark === 'present' ? '' : 'off'
}

export function presentCell(line: RollLine): CellView {
  const { childId, no, name, symptoms = [], remark, remarkHeld } = line
  const word = line.asks ? '请核对' : wordOf(line)
  const held = remarkHeld ? '备注没通过检查' : ''
  const seen = [...symptoms.map((symptom) => SYMPTOM_WORDS[symptom]), remark, held].filter(Boolean).join('，')
  const label = [`${no}号${name}`, word, seen].filter(Boolean).join('，')
  return { childId, no, name, word, seen, look: lookOf(line), label }
}

/** Why there is no school: the nation's holiday, the weekend, or the school's own calendar. */
function sayRest(day: Day): string {
  if (nationalWord(day) === 'holiday') return '法定节假日'
  return weekday(day) > 5 ? '周末' : '学校校历安排休息'
}

const tallyOf = (counts: RollCounts): TakeView['tally'] =>
  sayCounts(counts).map((text) => ({ text, red: counts.absent > 0 && text.startsWith('未到') }))

/** @param hands what is kept on this phone until there is a network, and what was set since */
export function presentRoll(roll: Roll, hands: { kept: HandMarks; set: HandMarks }, now: Instant): TakeView {
  const { day, half, dueAt, takenAt, takenBy, contacts } = roll
  const lines = roll.lines.map((line) => markedLine(line, hands.set[line.childId] ?? hands.kept[line.childId]))
  const away = new Set(lines.filter(({ mark }) => mark === 'absent').map(({ childId }) => childId))
  const looking = contacts.filter(({ closed, childId }) => !closed && away.has(childId))
  const missing = lines.flatMap(({ childId, name, no, mark }): MissingView[] => {
    // What has no network runs from the true time too; what nobody has saved yet looks for nobody.
    const kept = hands.kept[childId]
    if (kept?.mark !== 'absent' || mark !== 'absent') return []
    if (looking.some((contact) => contact.childId === childId)) return []
    return [{ childId, name, timer: `未到${sayElapsed(kept.at, now)}`, sub: `${no}号，未到（未请假）` }]
  })
  return {
    title: `${CHECK_WORDS[half]} ${dueAt}`,
    dayText: formatDay(day),
    half,
    cells: lines.map(presentCell),
    tally: tallyOf(countRoll(Object.fromEntries(lines.map((line) => [line.childId, line])))),
    looking: looking.map((contact) => presentContact(contact, now)),
    missing,
    saved: takenAt === undefined ? '' : `已保存，${formatMoment(takenAt, now)}，${takenBy ?? ''}`,
    asking: lines
      .filter(({ asks }) => asks)
      .map(({ childId, name }) => ({ childId, text: `${name}的假条已撤回，请看孩子是否到校` })),
    gap: sayGap(roll.gap, day),
    rest: roll.rest ? `今天不上课，${sayRest(day)}` : '',
  }
}

/** Without a network, and with a list of an earlier day: everybody of it is here until a hand says otherwise. */
export function freshRoll(kept: Roll, half: Half | undefined, now: Instant): Roll {
  const day = beijingDay(now)
  const ofNow = half ?? halfAt(now)
  if (kept.day === day && kept.half === ofNow) return kept
  const lines = kept.lines.map(({ childId, no, name }) => ({ childId, no, name, mark: 'present' as const }))
  const { takenAt: _taken, takenBy: _by, rest: _rest, gap: _gap, ...place } = kept
  const counts = { total: lines.length, present: lines.length, late: 0, early: 0, leave: 0, absent: 0 }
  return { ...place, ...{ day, half: ofNow, now, lines, counts }, contacts: [] }
}

/** 午检 cannot be saved in the morning. */
export const isTooEarly = ({ day, half }: { day: Day; half: Half }, now: Instant): boolean =>
  day === beijingDay(now) && half === 'pm' && halfAt(now) === 'am'
