// Walks the principal's desk on the phone: from the school's figures to one teacher's, and to what a number counts.
import { startHouse, type House } from '../main-job/house'
import { get } from '../main-job/steps'

const PRINCIPAL = 'demo-principal'
const SCHOOL = { schoolId: 'demo-school', range: 'year' }

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-01T18:40:00+08:00', 'demo')
  // The figures are rolled up by the minute.
  await house.control('timers.run', { name: 'scheduler' })
  house.principal.client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

describe('given a school with some weeks behind it', () => {
  it('X02 G09 when the principal goes from 统计 to a teacher and taps a number, then the list has as many rows', async () => {
    const { principal } = house
    const { staff } = await get<{ staff: { card?: string; posts: number }[] }>(
      house,
      PRINCIPAL,
      'statistics.staff',
      SCHOOL,
    )
    const wang = staff.find(({ card }) => card === '语文王老师')
    expect(wang?.posts).toBeGreaterThan(0)
    await principal.open('pages/statistics/statistics')
    await principal.tap(['period-bar', 'choice-chips', '.chip'], '本学年')
    await principal.see('8月1日到今天')
    await principal.tap(['.cell'], '教职工')
    await principal.reach('packages/statistics/staff/staff')
    await principal.tap(['figure-fold', '.cell'], '语文王老师')
    await principal.tap(['figure-fold', 'figure-cells', '.cell'], '发出的通知')
    await principal.reach('packages/statistics/items/items')
    await principal.see(`语文王老师，8月1日到今天，共${wang?.posts}份`)
    expect(await principal.all('.cell')).toHaveLength(wang?.posts ?? -1)
    await principal.tap(['.cell'], '秋游通知')
    await principal.reach('packages/notice/detail/detail')
  })

  it('X01 X04 when the principal opens a notice that did not reach all, then its classes lead to the slip board', async () => {
    const { principal } = house
    await principal.open('pages/statistics/statistics')
    await principal.tap(['.cell'], '秋游通知')
    await principal.reach('packages/statistics/notice/notice')
    await principal.see('一半签收用了')
    await principal.tap(['running-cell', '.cell'], '三（2）班')
    await principal.reach('packages/notice/board/board')
  })

  it('X01 when the principal looks at one grade, then the other grade’s class is not drawn', async () => {
    const { principal } = house
    await principal.open('pages/statistics/statistics')
    await principal.tap(['choice-chips', '.chip'], '五年级')
    expect(await principal.words()).not.toContain('有没有聚集生病？')
    await principal.tap(['choice-chips', '.chip'], '全校')
    await principal.see('有没有聚集生病？')
  })
})
