// Proves in how many taps people do what they do daily (screens.md 6), counted on the phones of the demo school.
import { startHouse, type House } from '../main-job/house'
import type { Phone } from '../main-job/phone'
import { get, stored } from '../main-job/steps'

const WANG = 'demo-wang'

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T18:40:00+08:00', 'demo')
})
afterAll(() => house.stop())

/** A hand that counts how often it touches the glass; text that is typed and ink that is drawn are not counted. */
function countTaps(phone: Phone) {
  let taps = 0
  return {
    /** A message, a card or a tab is one tap. */
    open: (path: string) => (taps++, phone.open(path)),
    tap: (way: string[], text?: string) => (taps++, phone.tap(way, text)),
    press: (text: string, ...way: string[]) => (taps++, phone.press(text, ...way)),
    /** A finger on a field, before something is typed into it. */
    fill: (label: string, words: string) => (taps++, phone.type(label, words)),
    get taps() {
      return taps
    },
  }
}

/** Draws something on the pad with one finger. */
async function drawName(phone: Phone): Promise<void> {
  const pad = await phone.find(['signature-pad', 'canvas'])
  const { left, top } = await pad.offset()
  const touch = (x: number, y: number) => {
    const point = { identifier: 1, pageX: left + x, pageY: top + y, clientX: left + x, clientY: top + y }
    return { touches: [point], changedTouches: [point] }
  }
  await pad.touchstart(touch(60, 40))
  for (let step = 1; step <= 12; step++) await pad.touchmove(touch(60 + step * 12, 40 + Math.sin(step) * 30))
  await pad.touchend(touch(204, 40))
}

const slipOf = async (title: string) => {
  const slips = await stored<{ noticeId: string; classId: string; title: string; state: string }>(house, 'slips')
  const slip = slips.find((each) => each.title === title)
  return { noticeId: slip?.noticeId ?? '', classId: slip?.classId ?? '' }
}

describe('given the ten flows', () => {
  it('1 N05 when a guardian confirms a notice from the message, then it takes 2 taps', async () => {
    const classId = (await slipOf('秋游通知')).classId
    const notice = { kind: 'notice', title: '明天带水杯', body: '明天体育课在室外，请给孩子带水杯。', photos: [] }
    const deadline = Date.parse('2026-09-02T18:00:00+08:00')
    const { noticeId } = await get<{ noticeId: string }>(house, WANG, 'notice.publish', {
      ...{ ...notice, replyMode: 'confirm', deadline, audience: { to: 'classes', classIds: [classId] } },
    })
    const hand = countTaps(house.guardian)
    await hand.open(`packages/notice/detail/detail?noticeId=${noticeId}&classId=${classId}`)
    await hand.press('确认知晓')
    await house.guardian.find(['seal'])
    expect(hand.taps).toBe(2)
  })

  it('1 N08 when a guardian signs from the message, then it takes 2 taps beside the handwriting', async () => {
    const { noticeId, classId } = await slipOf('秋游通知')
    const hand = countTaps(house.guardian)
    await hand.open(`packages/notice/detail/detail?noticeId=${noticeId}&classId=${classId}`)
    await drawName(house.guardian)
    await hand.press('提交签字')
    await house.guardian.find(['seal'])
    expect(hand.taps).toBe(2)
  })

  it('2 L01 when a child is ill today, then asking for leave takes 3 taps, and nothing is typed', async () => {
    await house.guardian.open('pages/today/today')
    const hand = countTaps(house.guardian)
    await hand.tap(['today-guardian', '.tile'], '请假')
    await hand.tap(['choice-chips', '.chip'], '发热')
    await hand.press('提交假条')
    await house.guardian.reach('packages/leave/item/item')
    expect(hand.taps).toBe(3)
  })

  it('3 L03 when the head teacher hears of it, then approving takes 2 taps', async () => {
    const { classId } = await slipOf('秋游通知')
    const hand = countTaps(house.teacher)
    await hand.open(`packages/leave/approve/approve?classId=${classId}`)
    await hand.tap(['.btn-1'], '批准')
    await house.teacher.see('秒后告诉家长')
    expect(hand.taps).toBe(2)
  })

  it('5 N08 when a notice with a signature is written, then it takes 5 taps beside the text', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    const hand = countTaps(teacher)
    await hand.press('发通知', 'today-staff')
    // The title has the cursor already.
    await teacher.type('标题', '明天带彩笔')
    await hand.fill('正文', '明天美术课画秋天，请给孩子带一盒彩笔和两张画纸。')
    await hand.tap(['reply-choice', 'choice-chips', '.chip'], '签字')
    await hand.press('预览')
    await teacher.reach('packages/compose/preview/preview')
    await hand.press('发送')
    await teacher.see('已发送')
    expect(hand.taps).toBe(5)
  })

  it('7 N06 when the last two families are called, then it takes 5 taps, and one more for a family with two numbers', async () => {
    const { teacher } = house
    const { classId } = await slipOf('秋游通知')
    const children = await stored<{ _id: string; classId: string }>(house, 'children')
    const childIds = children.filter((each) => each.classId === classId).slice(0, 2)
    const { noticeId } = await get<{ noticeId: string }>(house, WANG, 'notice.publish', {
      ...{
        kind: 'notice',
        title: '补交材料',
        body: '请两位家长补交入学材料，签字确认。',
        photos: [],
        replyMode: 'sign',
      },
      deadline: Date.parse('2026-09-02T18:00:00+08:00'),
      audience: { to: 'children', classId, childIds: childIds.map(({ _id }) => _id) },
    })
    await teacher.open(`packages/notice/board/board?noticeId=${noticeId}&classId=${classId}`)
    await teacher.see('还有2个孩子没通知到')
    const hand = countTaps(teacher)
    let choices = 0
    for (const left of [1, 0]) {
      await hand.tap(['child-row', '.mini'], '打电话')
      await teacher.rest()
      if ((await teacher.words()).includes('138 ****')) {
        choices += 1
        await hand.tap(['popup-panel', '.cell'])
      }
      await teacher.rest()
      await hand.press('已告知', 'follow-up', 'popup-panel')
      await teacher.see(left > 0 ? '还有1个孩子没通知到' : '每个孩子都通知到了')
      await teacher.rest()
    }
    await hand.press('办结')
    await teacher.see('已办结')
    expect(hand.taps).toBe(5 + choices)
  })

  it('8 M09 when a guardian joins by the card of the child, then it takes 3 taps', async () => {
    const { classId } = await slipOf('秋游通知')
    const children = await stored<{ _id: string; classId: string; guardians: unknown[] }>(house, 'children')
    const child = children.find((each) => each.classId === classId && each.guardians.length === 0)
    const { token } = await get<{ token: string }>(house, WANG, 'invitation.create', {
      ...{ purpose: 'child', classId, childId: child?._id },
    })
    const hand = countTaps(house.guardian)
    await hand.open(`packages/join/invite/invite?token=${token}`)
    await hand.tap(['choice-chips', '.chip'], '妈妈')
    await hand.press('同意并加入')
    await house.guardian.reach('packages/join/status/status')
    expect(hand.taps).toBe(3)
  })

  it('9 N13 when something is urgent, then a call to the head teacher takes 2 taps', async () => {
    const { classId } = await slipOf('秋游通知')
    await get(house, WANG, 'class.update', { classId, phone: '13800009001' })
    await house.guardian.open('pages/today/today')
    const hand = countTaps(house.guardian)
    await hand.tap(['today-guardian', '.tile'], '联系老师')
    await hand.tap(['today-guardian', 'popup-panel', '.cell'], '打电话')
    expect(hand.taps).toBe(2)
  })

  it('10 X01 when the principal looks for who is not reached, then the class stands there after 2 taps', async () => {
    await house.principal.open('pages/today/today')
    const hand = countTaps(house.principal)
    await hand.open('pages/statistics/statistics')
    await house.principal.see('哪些班还有孩子没通知到？')
    await hand.tap(['chart-rows', '.rows-r'], '三（2）')
    await house.principal.reach('packages/statistics/class/class')
    expect(hand.taps).toBe(2)
  })

  it('4 L04 when one of forty is missing, then the roll takes 4 taps', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    const hand = countTaps(teacher)
    await hand.tap(['today-staff', 'roll-rows', '.cell'], '检')
    await teacher.reach('packages/roll/take/take')
    await hand.tap(['.kid'], '李雷')
    await hand.tap(['mark-panel', 'choice-chips', '.chip'], '未到')
    await teacher.see('未到1')
    await hand.press('保存午检')
    await teacher.see('已保存')
    expect(hand.taps).toBe(4)
  })

  it('6 T01 when the same is written at 20:30, then it queues by itself after 5 taps, and urgent it takes 2 more', async () => {
    const { teacher, control } = house
    await control('clock.set', { now: '2026-09-01T20:30:00+08:00' })
    const writeOne = async (title: string, body: string) => {
      await teacher.open('pages/today/today')
      const hand = countTaps(teacher)
      await hand.press('发通知', 'today-staff')
      await teacher.type('标题', title)
      await hand.fill('正文', body)
      await hand.tap(['reply-choice', 'choice-chips', '.chip'], '签字')
      return hand
    }
    const queued = await writeOne('后天带雨衣', '后天有雨，请给孩子带一件雨衣，放学时在连廊排队。')
    await queued.press('预览')
    await queued.press('送达')
    await teacher.see('已排队')
    expect(queued.taps).toBe(5)

    const urgent = await writeOne('明早停水', '学校明早临时停水，请给孩子带够一天的饮用水。')
    await urgent.tap(['quiet-bar', '.text-btn'], '紧急')
    await teacher.type('说明', '明早停水', 'urgent-panel')
    await urgent.press('立即送达', 'urgent-panel', 'popup-panel')
    await urgent.press('预览')
    await urgent.press('发送')
    await teacher.see('已发送')
    expect(urgent.taps).toBe(7)
  })
})
