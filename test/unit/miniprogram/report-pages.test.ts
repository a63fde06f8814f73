// Proves the sentences of an inspection: each class in its order, what lacks and until when, and nobody's name.
import type { TermInspection } from '@class-pact/core/contract'
import { presentReport } from '../../../miniprogram/packages/statistics/report/present'

const now = Date.parse('2026-09-09T10:00:00+08:00')
const inspection: TermInspection = {
  ...{ schoolId: 's', now, term: { from: '2026-09-01', to: '2027-01-20' } },
  classes: [
    {
      ...{ classId: 'a', className: '三（2）班' },
      items: [
        {
          ...{ kind: 'notice', title: '秋游通知', count: 7, noticeId: 'n', overdue: true },
          until: Date.parse('2026-09-08T18:00:00+08:00'),
        },
        { kind: 'seat', title: '', count: 3, overdue: false },
      ],
    },
    { classId: 'b', className: '五（1）班', items: [] },
  ],
  school: [],
}

test('G13 given a class with a late notice and children without a guardian, then both are said, the late one as late', () => {
  const { places, summary, period } = presentReport(inspection)
  expect(period).toBe('9月1日到1月20日')
  expect(summary).toBe('全校还有2项没有办完。')
  expect(places.map(({ name, sum }) => [name, sum])).toEqual([
    ['三（2）班', '还有2项，1项逾期'],
    ['五（1）班', '都办完了'],
  ])
  expect(places[0]?.items).toMatchObject([
    { title: '秋游通知', text: '7人没通知到，昨天18:00到期', late: true, noticeId: 'n' },
    { title: '3个孩子没有家长在线', text: '请补家长', late: false },
  ])
})

test('G13 given nothing open, then it says so', () => {
  const { summary } = presentReport({ ...inspection, classes: [{ classId: 'b', className: '五（1）班', items: [] }] })
  expect(summary).toBe('各班都办完了。')
})
