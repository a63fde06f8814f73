// Proves what the school asks of its staff on the phones: a teacher reports, a board says who, families see nothing.
import { startHouse, type House } from '../main-job/house'
import { get } from '../main-job/steps'

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T16:30:00+08:00', 'demo')
})
afterAll(() => house.stop())

describe('given a task of the principal to the head teachers', () => {
  let noticeId = ''
  beforeAll(async () => {
    const published = await get<{ noticeId: string }>(house, 'demo-principal', 'notice.publish', {
      ...{
        kind: 'notice',
        title: '本周交教案',
        body: '请各班主任在周五前交本周教案。',
        replyMode: 'report',
        photos: [],
      },
      deadline: Date.parse('2026-09-04T18:00:00+08:00'),
      audience: { to: 'staff', schoolId: 'demo-school', whom: 'heads' },
    })
    noticeId = published.noticeId
  })

  it('N19 when a head teacher opens 今天, then it waits there, and is reported in one tap and some words', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'task-cells', '.cell'], '本周交教案')
    await teacher.reach('packages/notice/task/task')
    await teacher.type('回报', '教案已交教导处')
    await teacher.tap(['dock', '.primary'])
    await teacher.see('教案已交教导处')
    await teacher.picture('task')
  })

  it('N19 when the principal looks at the board, then it says by person who has reported and who has not', async () => {
    const { principal } = house
    await principal.open(`packages/notice/staff-board/staff-board?noticeId=${noticeId}`)
    await principal.see('语文王老师')
    await principal.see('教案已交教导处')
    await principal.see('数学赵老师')
    await principal.see('未办')
    await principal.picture('staff-board')
  })

  it('N19 when a family looks, then there is nothing of it: not on 今天, not among the notices, not by its address', async () => {
    const { guardian } = house
    for (const page of ['pages/today/today', 'pages/notices/notices']) {
      await guardian.open(page)
      await guardian.settle()
      expect(await guardian.words()).not.toContain('本周交教案')
    }
    await guardian.open(`packages/notice/task/task?noticeId=${noticeId}`)
    await guardian.rest()
    expect(await guardian.words()).not.toContain('教案')
  })
})
