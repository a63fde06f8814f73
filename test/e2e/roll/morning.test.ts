// Walks a morning of forty on the head teacher's phone: leave, one late, one missing (L02, L04, L05, L10).
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'

const [CLASS, WANG, DAY] = ['demo-class-3-2', 'demo-wang', '2026-09-02']
const ROLL = 'packages/roll/take/take'
const at = (clock: string) => `${DAY}T${clock}:00+08:00`

interface StoredRoll {
  _id: string
  takenAt: number
  counts: Record<string, number>
  contacts: Record<string, { name: string; since: number; closed?: object }>
  lines: Record<string, { name: string; mark: string; symptoms?: string[]; remark?: string }>
}
const rollOf = async (half: string) =>
  (await stored<StoredRoll>(house, 'rolls')).find(({ _id }) => _id === `${CLASS}:${DAY}:${half}`)
const lineOf = (roll: StoredRoll | undefined, name: string) =>
  Object.values(roll?.lines ?? {}).find((line) => line.name === name)

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse(at('07:20'), 'demo')
  house.teacher.client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

const setOnline = (online: boolean) => house.control('phone.setOnline', { phone: 'head_teacher', online })
/** A child's cell, and the word of the panel that opens. */
const mark = async (name: string, word: string) => {
  await house.teacher.tap(['.kid'], name)
  await house.teacher.tap(['mark-panel', 'choice-chips', '.chip'], word)
}

it('L02 given three on leave, when 今天 opens before eight, then the check stands there, prefilled', async () => {
  const children = await stored<{ _id: string; classId: string; name: string; guardians: { openid: string }[] }>(
    house,
    'children',
  )
  const leaves = await stored<{ classId: string; dates: string[]; state: string }>(house, 'leaves')
  const away = leaves.filter(
    ({ classId, dates, state }) => classId === CLASS && dates.includes(DAY) && state !== 'rejected',
  )
  const free = children.filter((child) => child.classId === CLASS && child.guardians.length > 0).slice(8)
  for (const [index, child] of free.slice(0, 3 - away.length).entries()) {
    const span = { from: DAY, fromHalf: 'am', to: DAY, toHalf: 'pm' }
    const asked = { childId: child._id, kind: 'fever', span, proof: [] }
    const { leaveId } = await get<{ leaveId: string }>(house, child.guardians[0]?.openid ?? '', 'leave.submit', asked)
    // One still waits when the bell rings.
    if (index > 0) await get(house, WANG, 'leave.decide', { leaveId, approve: true })
  }
  await house.teacher.open('pages/today/today')
  await house.teacher.see('晨检，已预填请假3人')
})

it('L04 when the check opens, then forty stand in roll order, and the sums add up', async () => {
  await house.control('clock.set', { now: at('08:00') })
  await house.teacher.tap(['today-staff', 'roll-rows', '.cell'], '晨检')
  await house.teacher.reach(ROLL)
  await house.teacher.see('晨检 08:00')
  await house.teacher.see('到37')
  const words = await house.teacher.words()
  for (const sum of ['假3', '未到0', '共40', '待批', '病假']) expect(words).toContain(sum)
  expect(await house.teacher.all('.kid')).toHaveLength(40)
})

it('L04 L05 when one is late and one is missing, then each is one tap and a word, and [保存晨检] opens the search', async () => {
  const { teacher } = house
  await mark('韩梅梅', '迟到')
  await mark('李雷', '未到')
  await teacher.see('到36（迟到1）')
  await teacher.press('保存晨检')
  await teacher.see('已保存')
  await teacher.see('未到00:0')
  const roll = await rollOf('am')
  expect(roll?.counts).toEqual({ total: 40, present: 35, late: 1, early: 0, leave: 3, absent: 1 })
  expect(Object.values(roll?.contacts ?? {})).toMatchObject([{ name: '李雷' }])
  await house.control('clock.set', { now: at('08:12') })
  await teacher.see('未到00:1')
})

it('L04 when something is seen of a child later, then the roll is corrected with a remark', async () => {
  const { teacher } = house
  await teacher.tap(['.kid'], '张小明')
  await teacher.tap(['mark-panel', 'choice-chips', '.chip'], '发热')
  await teacher.type('备注', '没精神', 'mark-panel')
  await teacher.press('记下', 'mark-panel', 'popup-panel')
  await teacher.see('发热，没精神')
  await teacher.press('保存更正')
  await teacher.see('晨检已保存')
  expect(lineOf(await rollOf('am'), '张小明')).toMatchObject({ mark: 'present', symptoms: ['fever'], remark: '没精神' })
  await teacher.open('pages/today/today')
  await teacher.see('晨检已保存，到36（迟到1） 假3 未到1')
})

it('L05 given no network in the afternoon, when the roll is saved, then it is on the phone, its clock runs, and it goes by itself', async () => {
  const { teacher } = house
  await house.control('clock.set', { now: at('13:55') })
  await teacher.open(`${ROLL}?classId=${CLASS}&half=pm`)
  await teacher.see('午检 14:00')
  // 李雷 was away in the morning, and is away until a hand says otherwise.
  await teacher.see('未到1')
  await setOnline(false)
  await mark('李雷', '到')
  await mark('韩梅梅', '未到')
  const tapped = Date.parse(at('13:55'))
  await teacher.press('保存午检')
  await teacher.see('已存在本机，联网后上传')
  await teacher.see('未到00:0')
  await house.control('clock.set', { now: at('14:07') })
  await teacher.see('未到00:1')
  expect(await rollOf('pm')).toBeUndefined()
  await teacher.open('pages/today/today')
  await teacher.see('午检已存在本机')
  // The program ends in between, and starts again on another screen: nothing is lost.
  await house.control('phone.setSize', { phone: 'head_teacher', size: 'small' })
  await setOnline(true)
  await teacher.open('pages/today/today')
  await teacher.see('午检已保存')
  const roll = await rollOf('pm')
  expect(roll?.counts).toMatchObject({ total: 40, leave: 3, absent: 1 })
  const [contact] = Object.values(roll?.contacts ?? {})
  expect(contact).toMatchObject({ name: '韩梅梅' })
  // From the true time on, not from when the network came back.
  expect((contact?.since ?? 0) - tapped).toBeLessThan(5 * 60_000)
})

it('L04 given a roll without a network and a list that changes meanwhile, then it is said, the marks stay, and somebody looks again', async () => {
  const { teacher } = house
  await teacher.open(`${ROLL}?classId=${CLASS}&half=pm`)
  await teacher.see('午检已保存')
  await setOnline(false)
  await mark('高若', '早退')
  await teacher.press('保存更正')
  await teacher.see('已存在本机，联网后上传')
  await get(house, WANG, 'child.add', { classId: CLASS, name: '新同学', no: '41' })
  await setOnline(true)
  await teacher.see('班级名单刚有变动')
  await teacher.see('共41')
  await teacher.see('早退')
  await teacher.press('保存更正')
  await teacher.see('午检已保存')
  expect((await rollOf('pm'))?.counts).toMatchObject({ total: 41, early: 1 })
})

it('L04 given a Saturday, then there is no check: the page says that there is no school', async () => {
  const { teacher } = house
  await house.control('clock.set', { now: '2026-09-05T08:00:00+08:00' })
  await teacher.open('pages/today/today')
  await teacher.see('9月5日')
  expect(await teacher.words()).not.toContain('晨检')
  await teacher.open(`${ROLL}?classId=${CLASS}`)
  await teacher.see('今天不上课')
  expect(await teacher.all('.kid')).toHaveLength(0)
})
