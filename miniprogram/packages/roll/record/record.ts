// Decides how leaders look back at the searches of a day, a week or a month (H27).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { definePage } from '../../../services/define-page'
import { currentIdentity } from '../../../services/session'
import { presentRecord, saySpan, type RecordLine } from './present'

/** Days of each look; the last is the longest that the cloud gives. */
const SPANS = { day: 1, week: 7, month: 31 } as const
type SpanKey = keyof typeof SPANS

definePage({
  data: {
    lines: [] as RecordLine[],
    span: 'day' as SpanKey,
    said: '',
    empty: '',
    more: '',
    tabs: [
      { key: 'day', text: '当天' },
      { key: 'week', text: '近7天' },
      { key: 'month', text: '近31天' },
    ],
  },
  query: { schoolId: '', day: '' },
  loadsOnShow: true,
  reads: 'roll.record',
  grow(whole, more) {
    return { ...more, contacts: [...whole.contacts, ...more.contacts] }
  },
  actsAs({ role, schoolId }, query) {
    return (role === 'principal' || role === 'office') && (!query.schoolId || schoolId === query.schoolId)
  },
  ask({ schoolId, day }) {
    const to = day || beijingDay(Date.now())
    const from = addDays(to, 1 - SPANS[this.data.span])
    return { schoolId: schoolId || (currentIdentity()?.schoolId ?? ''), from, to }
  },
  present({ contacts, now, next }) {
    const to = this.query.day || beijingDay(now)
    const said = saySpan(addDays(to, 1 - SPANS[this.data.span]), to)
    const empty = contacts.length === 0 ? `${said}没有要找的孩子` : ''
    return { lines: presentRecord(contacts, now), said, empty, more: next === undefined ? '' : '看其余的' }
  },
  onSpan(event: TapEvent) {
    this.setData({ span: event.currentTarget.dataset['key'] as SpanKey })
    void this.load()
  },
})
