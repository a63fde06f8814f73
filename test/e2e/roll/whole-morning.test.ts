// Proves a whole morning of the roll on three phones: leave, a late child, one soon found, one told of (L04, L05).
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'

const [CLASS, WANG, DAY] = ['demo-class-3-2', 'demo-wang', '2026-09-02']
const ROLL = 'packages/roll/take/take'
const TODAY = 'pages/today/today'
const at = (clock: string) => `${DAY}T${clock}:00+08:00`

interface StoredRoll {
  _id: string
  counts: Record<string, number>
  contacts: Record<string, { name: string; since: number; dueAt: number }>
}
const contactOf = async (name: string) => {
  const roll = (await stored<StoredRoll>(house, 'rolls')).find(({ _id }) => _id === `${CLASS}:${DAY}:am`)
  return { roll, contact: Object.values(roll?.contacts ?? {}).find((each) => each.name === name) }
}

let house: House
beforeAll(async () => {
  house = await startHouse(at('07:20'), 'demo')
})
afterAll(() => house.stop())

const setClock = (now: string) => house.control('clock.set', { now })
/** A child's cell, and the word of the panel that opens. */
const mark = async (name: string, word: string) => {
  await house.teacher.tap(['.kid'], name)
  await house.teacher.tap(['mark-panel', 'choice-chips', '.chip'], word)
}
/** What the principal finds on 今天 when everything has arrived. */
const principalRows = async () => {
  const { principal } = house
  await principal.open(TODAY)
  await principal.settle()
  return principal.all('today-principal', 'missing-rows', '.red')
}

async function giveLeave(): Promise<void> {
  const all = await stored<{ _id: string; classId: string; guardians: { openid: string }[] }>(house, 'children')
  const leaves = await stored<{ classId: string; dates: string[]; state: string }>(house, 'leaves')
  const away = leaves.filter(
    ({ classId, dates, state }) => classId === CLASS && dates.includes(DAY) && state !== 'rejected',
  )
  const free = all.filter(({ classId, guardians }) => classId === CLASS && guardians.length > 0).slice(8)
  for (const { _id: childId, guardians } of free.slice(0, 3 - away.length)) {
    const span = { from: DAY, fromHalf: 'am', to: DAY, toHalf: 'pm' }
    const asked = { childId, kind: 'fever', span, proof: [] }
    const by = guardians[0]?.openid ?? ''
    const { leaveId } = await get<{ leaveId: string }>(house, by, 'leave.submit', asked)
    await get(house, WANG, 'leave.decide', { leaveId, approve: true })
  }
}

it('L02 L04 given three on leave, when one is late and two are missing, then the roll of forty is saved, and two are looked for', async () => {
  const { teacher } = house
  await giveLeave()
  await setClock(at('08:00'))
  await teacher.open(TODAY)
  await teacher.tap(['today-staff', 'roll-rows', '.cell'], '晨检')
  await teacher.reach(ROLL)
  await teacher.see('假3')
  await mark('韩梅梅', '迟到')
  await mark('李雷', '未到')
  await mark('张小明', '未到')
  await teacher.press('保存晨检')
  await teacher.find(['contact-card', '.miss-n'], '李雷')
  await teacher.find(['contact-card', '.miss-n'], '张小明')
  const { roll } = await contactOf('李雷')
  expect(roll?.counts).toEqual({ total: 40, present: 34, late: 1, early: 0, leave: 3, absent: 2 })
  expect(await teacher.all('.kid.absent')).toHaveLength(2)
  await teacher.picture('whole-morning-roll')
})

it('L05 when the family opens 今天, then the red line is there', async () => {
  await house.guardian.open(TODAY)
  await house.guardian.find(['today-guardian', '.red-line'], '未到校')
})

it('L05 when one family says after 12 minutes why, then that search is over, from the card on the roll', async () => {
  const { teacher } = house
  await setClock(at('08:12'))
  // The longest missing comes first.
  await teacher.tap(['contact-card', '.miss-a'], '已联系上')
  await teacher.reach('packages/roll/missing/missing')
  await teacher.tap(['.cell'], '生病')
  await teacher.see('已联系上：生病')
  await teacher.find(['contact-card', '.miss-n'], '张小明')
})

it('L05 given nobody finds the other, then at 29:59 the principal sees nothing, and at 30:00 it is first on 今天', async () => {
  const { contact } = await contactOf('张小明')
  const dueAt = contact?.dueAt ?? 0
  expect(dueAt - (contact?.since ?? 0)).toBe(30 * 60_000)
  await house.control('clock.hold')
  await setClock(new Date(dueAt - 1000).toISOString())
  expect(await principalRows()).toEqual([])
  await setClock(new Date(dueAt).toISOString())
  const rows = await principalRows()
  expect(rows).toHaveLength(1)
  expect(await rows[0]?.text()).toContain('1个孩子')
  await house.principal.find(['today-principal', 'missing-rows', '.red-t'], '未到00:30')
  await house.guardian.open(TODAY)
  await house.guardian.find(['today-guardian', '.red-line'], '未到校')
})

it('L05 H27 when the child comes, then it is gone everywhere, and the record tells what was done, by whom, in time', async () => {
  const { teacher, guardian, principal } = house
  await setClock(at('08:41'))
  await teacher.open(`${ROLL}?classId=${CLASS}&half=am`)
  await teacher.tap(['contact-card', '.miss-a'], '已到校')
  await teacher.see('迟到2')
  expect(await teacher.all('contact-card')).toEqual([])
  expect(await principalRows()).toEqual([])
  await guardian.open(TODAY)
  await guardian.see('小明已到校')
  await principal.open('packages/roll/record/record?schoolId=demo-school')
  for (const words of ['李雷', '已联系上：生病', '张小明', '记为未到', '08:41', '由语文王老师负责'])
    await principal.see(words)
})
