// Decides how reception days are opened: the first, how often again, from when to when, how long a family has (H13).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { limits, type Day } from '@class-pact/core/contract'
import { slotsOf } from '@class-pact/core/booking'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClock, formatDate, formatDay } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { isLeader } from '../../../services/session'

const open = createSender('booking.open')
const MINUTES = [10, 15, 20, 30] as const
/** 只这一天 每周 隔周 */
const TURNS = [
  { value: '0', label: '只这一天' },
  { value: '7', label: '每周' },
  { value: '14', label: '隔周' },
]
/** Days of one opening where they come again: a good half of a term of every second Saturday. */
const TIMES = 6
const WEEK = 7
const SATURDAY = 6
const AHEAD_DAYS = 90

definePage({
  data: {
    day: '' as Day,
    dayText: '',
    turns: TURNS,
    turn: '0',
    from: '09:00',
    to: '11:00',
    fromText: '',
    toText: '',
    lengths: MINUTES.map((minutes) => ({ value: String(minutes), label: `${minutes}分钟` })),
    minutes: '15',
    place: '',
    placeMax: limits.LABEL_MAX,
    picking: '' as '' | 'day' | 'from' | 'to',
    first: '' as Day,
    last: '' as Day,
    said: '',
  },
  query: { classId: '' },
  refusesOnTop: true,
  actsAs: ({ role, classId }, query) => isLeader(role) || (role === 'head_teacher' && classId === query.classId),
  onLoad() {
    const today = beijingDay(Date.now())
    this.choose({ day: nextSaturday(today), first: today, last: addDays(today, AHEAD_DAYS) })
  },
  choose(patch: object) {
    this.setData({ ...patch, refusal: null, picking: '' })
    const { day, from, to, turn, minutes } = this.data
    this.setData({
      dayText: formatDay(day),
      ...{ fromText: formatClock(from), toText: formatClock(to) },
      said: sayOpening(daysOf(day, Number(turn)), slotsOf({ from, to, minutes: Number(minutes) }).length),
    })
  },
  onPick(event: TapEvent) {
    this.setData({ picking: event.currentTarget.dataset['what'] as 'day' })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking } = this.data
    const { value } = event.detail
    if (picking) this.choose({ [picking]: picking === 'day' ? value : value.slice(-5) })
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },
  onTurn(event: ToldEvent<{ value: string }>) {
    this.choose({ turn: event.detail.value })
  },
  onMinutes(event: ToldEvent<{ value: string }>) {
    this.choose({ minutes: event.detail.value })
  },
  onPlace(event: WechatMiniprogram.Input) {
    this.setData({ place: event.detail.value, refusal: null })
  },
  async onPress() {
    const { day, turn, from, to, place } = this.data
    const minutes = MINUTES.find((each) => String(each) === this.data.minutes) ?? MINUTES[1]
    if (!place.trim()) return this.setData({ refusal: plainRefusal('请写在哪里接待。') })
    const { classId } = this.query
    const days = daysOf(day, Number(turn))
    if (!(await this.act(() => open({ classId, days, from, to, minutes, place: place.trim() })))) return
    void wx.navigateBack()
  },
})

const daysOf = (day: Day, turn: number): Day[] =>
  turn === 0 ? [day] : Array.from({ length: TIMES }, (_, index) => addDays(day, index * turn))

function nextSaturday(today: Day): Day {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, (SATURDAY - weekday + WEEK) % WEEK || WEEK)
}

const sayOpening = (days: readonly Day[], many: number): string =>
  `${days.map(formatDate).join('、')}，每天${many}个时间，一家约一个。`
