// Walks the desk on the phone: a principal from figures to what each counts, a head teacher to the own class.
import type { Statistics } from '@class-pact/core/contract'
import { startHouse, type House } from '../main-job/house'
import type { Phone } from '../main-job/phone'
import { get } from '../main-job/steps'

const PRINCIPAL = 'demo-principal'
const SCHOOL = { schoolId: 'demo-school', range: 'year' }
const DESK = 'pages/statistics/statistics'
const ITEMS = 'packages/statistics/items/items'
/** What whoever may not look at a page is told. */
const CLOSED = '这一页没有对您开放。'

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-01T18:40:00+08:00', 'demo')
  // The figures are rolled up by the minute.
  await house.control('timers.run', { name: 'scheduler' })
  for (const phone of [house.principal, house.teacher])
    phone.client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

/** One of the two arrows beside the days: the one before, or the one after. */
const turn = async (phone: Phone, to: 'earlier' | 'later') =>
  (await phone.all('period-bar', '.nav-back'))[to === 'earlier' ? 0 : 1]?.tap()

/** Brings all rows of a list that comes page by page, and counts them. */
async function countRows(phone: Phone): Promise<number> {
  for (;;) {
    const rows = await phone.all('.cell')
    const [more] = await phone.all('more-row', '.text-btn')
    if (!more) return rows.length
    await more.tap()
    await phone.rest()
  }
}

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
    await principal.open(DESK)
    await principal.tap(['period-bar', 'choice-chips', '.chip'], '本学年')
    await principal.see('8月1日到今天')
    await principal.tap(['.cell'], '教职工')
    await principal.reach('packages/statistics/staff/staff')
    await principal.tap(['figure-fold', '.cell'], '语文王老师')
    await principal.tap(['figure-fold', 'figure-cells', '.cell'], '发出的通知')
    await principal.reach(ITEMS)
    await principal.see(`语文王老师，8月1日到今天，共${wang?.posts}份`)
    expect(await principal.all('.cell')).toHaveLength(wang?.posts ?? -1)
    await principal.tap(['.cell'], '秋游通知')
    await principal.reach('packages/notice/detail/detail')
  })

  it('X01 X04 when the principal opens a notice that did not reach all, then its classes lead to the slip board', async () => {
    const { principal } = house
    await principal.open(DESK)
    await principal.tap(['.cell'], '秋游通知')
    await principal.reach('packages/statistics/notice/notice')
    await principal.see('一半签收用了')
    await principal.tap(['running-cell', '.cell'], '三（2）班')
    await principal.reach('packages/notice/board/board')
  })

  it('X01 when the principal looks at one grade, then the other grade’s class is not drawn', async () => {
    const { principal } = house
    await principal.open(DESK)
    await principal.tap(['choice-chips', '.chip'], '五年级')
    expect(await principal.words()).not.toContain('有没有聚集生病？')
    await principal.tap(['choice-chips', '.chip'], '全校')
    await principal.see('有没有聚集生病？')
  })

  it('X02 X04 G09 when the principal taps each figure of the school, then its list has as many as the figure says', async () => {
    const { principal } = house
    const tapped: string[] = []
    for (const word of ['发出的通知', '跟进', '待跟进', '紧急发出', '没能发出', '先审核']) {
      await principal.open(DESK)
      await principal.tap(['period-bar', 'choice-chips', '.chip'], '本学年')
      await principal.see('8月1日到今天')
      const row = await principal.find(['figure-cells', '.cell'], word)
      const [, count = ''] = /(\d+)(?:份|次|人次)/.exec(await row.text()) ?? []
      if (count === '0') continue
      await row.tap()
      await principal.reach(ITEMS)
      await principal.see(`8月1日到今天，共${count}`)
      expect([word, await countRows(principal)]).toEqual([word, Number(count)])
      tapped.push(word)
    }
    expect(tapped).toEqual(expect.arrayContaining(['发出的通知', '待跟进', '没能发出']))
  })

  it('X01 X06 when the principal taps a rate, then the list says of what it is made, and each line leads on', async () => {
    const { principal } = house
    const { school } = await get<Statistics>(house, PRINCIPAL, 'statistics.read', SCHOOL)
    for (const rate of ['已通知到', '出勤']) {
      await principal.open(DESK)
      await principal.tap(['period-bar', 'choice-chips', '.chip'], '本学年')
      await principal.see('8月1日到今天')
      await principal.tap(['rate-tiles', '.count'], rate)
      await principal.reach(ITEMS)
      await principal.see(
        rate === '出勤'
          ? `应到${school.attendance.total}人次`
          : `应签收${school.entries}人次，家长已签${school.signed}，电话或纸质${school.followed}`,
      )
      await principal.tap(['.cell'], '三（2）班')
      await principal.reach(rate === '出勤' ? 'packages/attendance/day/day' : 'packages/notice/board/board')
    }
  })

  it('X07 when the principal taps the contacts of everybody, then as many stand in the list', async () => {
    const { principal } = house
    await principal.open('packages/statistics/staff/staff?schoolId=demo-school&range=year')
    const row = await principal.find(['figure-cells', '.cell'], '联系家长')
    const [, count = ''] = /(\d+)次/.exec(await row.text()) ?? []
    expect(Number(count)).toBeGreaterThan(0)
    await row.tap()
    await principal.reach(ITEMS)
    await principal.see(`共${count}次`)
    expect(await countRows(principal)).toBe(Number(count))
  })

  it('X05 when the principal asks where children without a guardian are, then the classes say as many as the bar', async () => {
    const { principal } = house
    const { school } = await get<Statistics>(house, PRINCIPAL, 'statistics.read', SCHOOL)
    await principal.open(DESK)
    await principal.tap(['chart-card', '.rest'], '没有家长在线的')
    await principal.reach('packages/statistics/report/report')
    let without = 0
    for (const name of ['三（2）班', '五（1）班']) {
      await principal.tap(['.cell'], name)
      const line = await (await principal.find(['.cell'], '个孩子没有家长在线')).text()
      without += Number(/(\d+)个孩子没有家长在线/.exec(line)?.[1])
    }
    expect(without).toBe(school.seats[0])
  })

  it('X01 when the principal opens a class, then it shows its own figures, and its notice leads to the slip board', async () => {
    const { principal } = house
    await principal.open(DESK)
    await principal.tap(['chart-card', 'chart-rows', '.rows-r'], '三（2）')
    await principal.reach('packages/statistics/class/class')
    await principal.see('没通知到的孩子')
    await principal.tap(['running-cell', '.cell'], '秋游通知')
    await principal.reach('packages/notice/board/board')
  })

  it('X01 when the principal turns to the week before, then its days are shown, and one turn brings today back', async () => {
    const { principal } = house
    await principal.open(DESK)
    await principal.see('到今天')
    await turn(principal, 'earlier')
    await principal.see('8月24日到8月30日')
    await turn(principal, 'later')
    await principal.see('8月31日到今天')
  })

  it('X01 G08 when a head teacher looks, then the own class opens, and no other class, school or colleague', async () => {
    const { teacher } = house
    const own = { classId: 'demo-class-3-2' }
    await teacher.open(`packages/statistics/class/class?classId=${own.classId}`)
    await teacher.see('三（2）班')
    await teacher.see('没通知到的孩子')
    const closed = [
      DESK,
      'packages/statistics/class/class?classId=demo-class-5-1',
      'packages/statistics/staff/staff?schoolId=demo-school',
      `${ITEMS}?schoolId=demo-school&figure=posts`,
      'packages/statistics/report/report?schoolId=demo-school',
    ]
    for (const page of closed) {
      await teacher.open(page)
      await teacher.see(CLOSED)
      expect(await teacher.words()).not.toContain('发出的通知')
    }
  })
})
