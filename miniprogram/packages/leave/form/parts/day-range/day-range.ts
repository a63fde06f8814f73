// Decides how the days of a leave are chosen: a month in a panel, two taps, and one button.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, SchoolCalendar } from '@class-pact/core/contract'
import { keepOwn, readOwn } from '../../../../../services/own-state'
import { monthOf, type Month, type MonthView } from '../../../../../services/month'
import { chooseDay, describeChoice, layMonth } from './month'
import type { Bounds, Choice, MonthDay } from './month'

/** What is shown; the view needs less. */
interface Shown {
  month: Month
  choice: Choice
  bounds: Bounds
}

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** First and last day there are to choose from. */
    start: { type: String, value: '' },
    end: { type: String, value: '' },
    /** What was chosen before. */
    from: { type: String, value: '' },
    to: { type: String, value: '' },
    calendar: { type: Object, value: { rest: [], school: [] } as SchoolCalendar },
    large: { type: Boolean, value: false },
  },
  data: {
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    month: null as MonthView<MonthDay> | null,
    note: '',
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      this.show(this.begin())
    },
  },
  methods: {
    begin(): Shown {
      const { start, end, from, to, calendar } = this.data
      const bounds = { start, end, today: beijingDay(Date.now()), calendar }
      return { month: monthOf(from), choice: { from, to, open: false }, bounds }
    },
    show(shown: Shown) {
      keepOwn(this, shown)
      const { month, choice, bounds } = shown
      this.setData({ month: layMonth(month, choice, bounds), note: describeChoice(choice) })
    },
    onMonth(event: TapEvent) {
      const month: Month = event.currentTarget.dataset['month']
      if (month) this.show({ ...this.read(), month })
    },
    onDay(event: TapEvent) {
      const { day, off }: { day?: Day; off?: boolean } = event.currentTarget.dataset
      if (!day || off) return
      const shown = this.read()
      this.show({ ...shown, choice: chooseDay(shown.choice, day) })
    },
    onConfirm() {
      const { from, to } = this.read().choice
      this.triggerEvent('change', { from, to })
    },
    onClose() {
      this.triggerEvent('close')
    },
    read(): Shown {
      return readOwn(this, this.begin())
    },
  },
})
