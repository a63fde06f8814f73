// Decides how a principal hands the term's inspection in: by class here, as one sum for the bureau (G13, G22).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import { sayInspection } from '../../../domains/bureau/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass, formatLongDate } from '../../../services/format'

const handIn = createSender('bureau.handIn')
/** What is open is mended within the next term. */
const AHEAD_DAYS = 180

definePage({
  data: {
    lines: [] as { classId: string; name: string; said: string }[],
    ...{ open: 0, sum: '', handed: '', until: '' as Day, untilText: '', picking: false, first: '', last: '' },
  },
  items: 0,
  query: { schoolId: '' },
  reads: 'bureau.report',
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ lines, items, open, handed }) {
    const first = beijingDay(Date.now())
    this.items = items
    return {
      ...{ open, first, last: addDays(first, AHEAD_DAYS), handed: handed ? sayInspection(handed) : '' },
      sum: saySum(items, open),
      lines: lines.map((line) => ({
        classId: line.classId,
        name: line.className ? formatClass(line.className) : '全校公用',
        said: line.open > 0 ? `${line.items}项，${line.open}项没整改` : `${line.items}项`,
      })),
    }
  },
  onUntil() {
    this.setData({ picking: true })
    this.lock(true)
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const until = event.detail.value.slice(0, 10)
    this.setData({ until, untilText: formatLongDate(until) })
    this.onPickerClose()
  },
  onPickerClose() {
    this.setData({ picking: false })
    this.lock(false)
  },
  async onHandIn() {
    const { open, until } = this.data
    const { schoolId } = this.query
    const report = { schoolId, items: this.items, open, ...(open > 0 && until && { until }) }
    if (await this.act(() => handIn(report))) await this.load()
  },
})

function saySum(items: number, open: number): string {
  if (items === 0) return '本学期还没有督查记录'
  return open > 0 ? `全校${items}项，${open}项没整改` : `全校${items}项，都已整改`
}
