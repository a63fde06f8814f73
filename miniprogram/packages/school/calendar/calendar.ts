// Decides how leaders enter their school's calendar: by dates, by ranges, or from a file; kept as a whole (T06).
import { addDays, beijingDay, lessonHours, misfitOfCalendar, orderCalendar, reachOf } from '@class-pact/core/calendar'
import type { ClosureCause, SchoolCalendar } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatLongDate } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { monthOf, type Month, type MonthView } from '../../../services/month'
import { layMonth, type MonthDay } from './month'
import { entryAt, presentCalendar, putEntry, type CalendarView, type Entry, type List } from './present'
import { CAUSE_OPTIONS, saySpan, sayTerm } from './words'

const update = createSender('calendar.update')
/** A school plans one year ahead, and looks back on one. */
const YEAR_DAYS = 366
const TITLES: Record<List, string> = { terms: '学期', closures: '放假', school: '补课日' }
const HOUR_TITLES: Record<string, string> = {
  'morning.from': '上午第一节开始',
  'morning.to': '上午最后一节结束',
  'afternoon.from': '下午第一节开始',
  'afternoon.to': '下午最后一节结束',
}
/** A term that is entered anew: twenty weeks. */
const TERM_DAYS = 143

definePage({
  data: {
    view: null as CalendarView | null,
    month: null as MonthView<MonthDay> | null,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    /** Something is not kept yet. */
    changed: false,
    entry: null as Entry | null,
    entryTitle: '',
    fromText: '',
    toText: '',
    spanText: '',
    causes: CAUSE_OPTIONS,
    picking: '',
    wheels: { title: '', mode: 'day', start: '', end: '', value: '' },
  },
  query: { schoolId: '' },
  reads: 'calendar.read',
  refusesOnTop: true,
  calendar: { rest: [], school: [] } as SchoolCalendar,
  shown: '' as Month,

  actsAs: ({ role, schoolId }, query) => isLeader(role) && schoolId === query.schoolId,
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present({ calendar, today }) {
    this.calendar = calendar
    this.shown ||= monthOf(today)
    return { changed: false, ...this.lay() }
  },
  lay() {
    const { calendar } = this
    const reach = reachOf(calendar)
    return {
      view: presentCalendar(calendar, reach ? { reach } : {}),
      month: layMonth(this.shown, calendar, beijingDay(Date.now())),
    }
  },
  take(calendar: SchoolCalendar) {
    this.calendar = orderCalendar(calendar)
    this.setData({ ...this.lay(), changed: true, refusal: null, entry: null })
  },

  onMonth(event: TapEvent) {
    this.shown = String(event.currentTarget.dataset['month'])
    this.setData(this.lay())
  },
  onEntry(event: TapEvent) {
    const { list, index } = event.currentTarget.dataset as { list: List; index: number }
    const entry = entryAt(this.calendar, list, Number(index))
    if (entry) this.edit(entry)
  },
  onAdd(event: TapEvent) {
    const list = event.currentTarget.dataset['list'] as List
    const from = `${this.shown}-01`
    const to = list === 'terms' ? addDays(from, TERM_DAYS) : from
    this.edit({ list, index: -1, from, to, cause: 'holiday' })
  },
  edit(entry: Entry) {
    this.setData({ entry, entryTitle: TITLES[entry.list], ...sayEnds(entry), refusal: null })
  },
  onCause(event: ToldEvent<{ value: ClosureCause }>) {
    const { entry } = this.data
    if (entry) this.edit({ ...entry, cause: event.detail.value })
  },
  onCloseEntry() {
    this.setData({ entry: null })
  },
  onKeepEntry() {
    const { entry } = this.data
    if (!entry) return
    const next = putEntry(this.calendar, entry, entry)
    // Said where it was written; the cloud asks the same.
    const misfit = misfitOfCalendar(orderCalendar(next))
    this.setData({ entry: null })
    if (misfit) return this.setData({ refusal: plainRefusal(sayMisfit(misfit.field)) })
    this.take(next)
  },
  onDropEntry() {
    const { entry } = this.data
    if (entry) this.take(putEntry(this.calendar, entry))
  },

  onPickDay(event: TapEvent) {
    const { entry } = this.data
    const end = event.currentTarget.dataset['end'] as 'from' | 'to'
    if (!entry) return
    const today = beijingDay(Date.now())
    const start = end === 'to' ? entry.from : addDays(today, -YEAR_DAYS)
    const title = entry.list === 'school' ? '哪一天' : end === 'from' ? '第一天' : '最后一天'
    const wheels = { title, mode: 'day', start, end: addDays(today, 2 * YEAR_DAYS), value: entry[end] }
    this.setData({ picking: end, wheels })
  },
  onPickHour(event: TapEvent) {
    const field = String(event.currentTarget.dataset['hour'])
    const [part, end] = field.split('.') as ['morning' | 'afternoon', 'from' | 'to']
    const value = lessonHours(this.calendar)[part][end]
    this.setData({
      picking: field,
      wheels: { title: HOUR_TITLES[field] ?? '', mode: 'clock', start: '', end: '', value },
    })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking, entry } = this.data
    const { value } = event.detail
    this.setData({ picking: '' })
    if (picking.includes('.')) return this.takeHour(picking, value.slice(-5))
    if (!entry) return
    const day = value.slice(0, 10)
    const isOne = entry.list === 'school' || (picking === 'from' && entry.to < day)
    this.edit({ ...entry, [picking]: day, ...(isOne && { from: day, to: day }) })
  },
  takeHour(field: string, clock: string) {
    const hours = lessonHours(this.calendar)
    const [part, end] = field.split('.') as ['morning' | 'afternoon', 'from' | 'to']
    const next = { ...this.calendar, hours: { ...hours, [part]: { ...hours[part], [end]: clock } } }
    const misfit = misfitOfCalendar(next)
    if (misfit) return this.setData({ refusal: plainRefusal(sayMisfit(misfit.field)) })
    this.take(next)
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },

  async onKeep() {
    const { answer } = this
    if (!answer) return
    const { calendar } = this
    const kept = await this.act(() => update({ schoolId: answer.schoolId, version: answer.version, calendar }))
    if (!kept) return
    this.answer = kept
    this.show()
    void wx.showToast({ title: '已保存', icon: 'success' })
  },
  onPress() {
    if (this.data.changed) void this.onKeep()
    else openPage(ROUTES.calendarImport({ schoolId: this.query.schoolId }))
  },
  onImport() {
    openPage(ROUTES.calendarImport({ schoolId: this.query.schoolId }))
  },
  /** What was not kept is read again when another page changed the calendar meanwhile. */
  onShow() {
    if (this.answer && !this.data.changed) void this.load()
  },
})

const sayEnds = (entry: Entry) => ({
  fromText: formatLongDate(entry.from),
  toText: formatLongDate(entry.to),
  spanText: entry.list === 'terms' ? sayTerm(entry) : saySpan(entry),
})

function sayMisfit(field: string): string {
  if (field.startsWith('calendar.terms')) return '两个学期的日期重叠了，请核对起止日期。'
  if (field.startsWith('calendar.school')) return '有一天既是放假又是补课日，请去掉一个。'
  return field === 'calendar.hours' ? '上课时间要从早到晚，请核对。' : '最后一天不能早于第一天，放假一次最多180天。'
}
