// Decides how a class's reception days read: to a family the free times and its own, to the school who comes (H13).
import { beijingDay } from '@class-pact/core/calendar'
import type { BookingSlot, Reception, Receptions } from '@class-pact/core/contract'
import { formatChosenDay, formatClass, formatClock } from '../../../services/format'

export interface SlotView {
  time: string
  text: string
  /** What somebody can do there: '' nothing. */
  act: '' | 'take' | 'cancel' | 'note'
  childId: string
  label: string
  sub: string
}
export interface DayView {
  receptionId: string
  title: string
  sub: string
  words: string
  slots: SlotView[]
  canClose: boolean
}
export interface ReceptionsView {
  place: string
  days: DayView[]
  over: DayView[]
  mayOpen: boolean
  empty: string
}

/** @param own the child that a family books for; '' for the school */
export function presentReceptions(found: Receptions, own: string): ReceptionsView {
  const { className, days, over, mayOpen } = found
  const today = beijingDay(found.now)
  const view = (day: Reception) => presentDay(day, own, mayOpen, today)
  return {
    place: formatClass(className),
    days: days.map(view),
    over: over.map(view),
    mayOpen,
    empty: mayOpen ? '还没有接待日，点“开放接待”' : '现在没有可以预约的接待日',
  }
}

function presentDay(found: Reception, own: string, isHost: boolean, today: string): DayView {
  const { receptionId, day, from, to, place, by, state, slots, words = '' } = found
  const has = slots.some(({ mine }) => mine?.childId === own)
  const shown = isHost ? slots : slots.filter(({ past, mine }) => !past || mine)
  return {
    receptionId,
    title: `${formatChosenDay(day, today)} ${formatClock(from)}—${formatClock(to)}`,
    sub: [by, place].filter(Boolean).join('，'),
    words: state === 'closed' ? `已取消${words ? `：${words}` : ''}` : '',
    slots: state === 'closed' ? [] : shown.map((slot) => presentSlot(slot, own, isHost, has || state !== 'open')),
    canClose: isHost && state === 'open' && !slots[0]?.past,
  }
}

function presentSlot(slot: BookingSlot, own: string, isHost: boolean, isFull: boolean): SlotView {
  const { time, past, taken, mine, booking } = slot
  const clock = formatClock(time)
  const view = (text: string, act: SlotView['act'] = '', childId = '', sub = ''): SlotView => ({
    ...{ time, text, act, childId, sub },
    label: [clock, text, sub].filter(Boolean).join('，'),
  })
  if (mine) return past ? view(`${mine.childName}的时间`) : view(`已约，${mine.childName}`, 'cancel', mine.childId)
  if (booking) {
    const { childName, card, childId, noted } = booking
    const said = noted ? [noted.came ? '来了' : '没有来', noted.words ?? ''].filter(Boolean).join('：') : ''
    return view(childName, noted ? '' : past ? 'note' : 'cancel', childId, said || card)
  }
  if (taken) return view('已约出')
  if (isHost || past || isFull || !own) return view('空')
  return view('可约', 'take', own)
}
