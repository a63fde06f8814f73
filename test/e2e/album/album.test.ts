// Proves the way of an album on the phones: a child is missing, families see it, one opts out, a leader looks.
import { startHouse, type House } from '../main-job/house'

const CLASS = 'demo-class-3-2'
const OTHER_MOTHER = `${CLASS}-16-mother`

interface Listed {
  albums: { albumId: string; title: string; photos: number }[]
}
interface Read {
  photos: { url: string; children: { name: string }[] }[]
}

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T16:00:00+08:00', 'demo')
})
afterAll(() => house.stop())

/** What the phone of another family in the class finds. */
async function otherFamily(title: string): Promise<Read | undefined> {
  const list = await house.call<Listed>(OTHER_MOTHER, 'album.list', { of: 'child', childId: `${CLASS}-16` })
  const found = list.data.albums.find((album) => album.title === title)
  return found && (await house.call<Read>(OTHER_MOTHER, 'album.read', { albumId: found.albumId })).data
}
const runTimers = () => house.control('timers.run')

describe('given an album of the whole class', () => {
  it('P02 when one child is in no photo, then it is not published, and the child is named', async () => {
    const { teacher } = house
    await teacher.open('pages/class/class')
    await teacher.tap(['.cell'], '相册')
    await teacher.reach('packages/album/list/list')
    await teacher.press('发相册')
    await teacher.reach('packages/album/post/post')
    await teacher.type('相册名字', '开学合影')
    await teacher.tap(['.grid-c'], '加照片')
    await teacher.tap(['.grid-c'], '没有标记')
    await teacher.tap(['popup-panel', '.text-btn'], '全班')
    await teacher.tap(['popup-panel', '.chip'], '李雷')
    await teacher.press('好了', 'popup-panel')
    await teacher.tap(['.cell'], '全班相册')
    await teacher.find(['.cell.row'], '李雷')
    await teacher.press('还缺1个孩子')
    await teacher.find(['page-frame', 'rule-card'], '全班相册还缺1个孩子。')
    await teacher.tap(['page-frame', 'rule-card', '.mini'], '去标记')
  })

  it('P02 P01 when the child is marked, then it goes out, with a word first about who is seldom in a photo', async () => {
    const { teacher } = house
    await house.control('media.hold')
    await teacher.tap(['.chip'], '缺席')
    await teacher.press('发布')
    await teacher.find(['popup-panel', '.rule'], '本学期出镜较少：')
    await teacher.find(['popup-panel', 'chart-card'], '谁被拍少了？')
    await teacher.picture('album-fairness')
    await teacher.tap(['#seldom', 'dock', '.btn-2'], '仍发布')
    await teacher.reach('packages/album/album/album')
    await teacher.see('照片检查中，通过后自动出现')
    await teacher.see('缺席：李雷')
    expect(await otherFamily('开学合影')).toBeUndefined()
  })

  it('C04 P03 when every photo has passed, then families see it, and hear of their own child alone', async () => {
    await house.control('media.release')
    await runTimers()
    const { guardian } = house
    await guardian.open('pages/class/class')
    await guardian.tap(['.cell'], '相册')
    await guardian.tap(['.cell'], '开学合影')
    await guardian.reach('packages/album/album/album')
    await guardian.see('有张小明')
    expect(await guardian.words()).not.toContain('李雷')
    expect((await otherFamily('开学合影'))?.photos).toHaveLength(1)
    await guardian.picture('album-family')
  })
})

describe('given a family that wants no photos of their child', () => {
  it('P02 when they say so in 我的, then every other family sees the photo no more, and they still do', async () => {
    const { guardian } = house
    await guardian.open('pages/me/me')
    await guardian.tap(['.cell'], '照片')
    await guardian.reach('packages/album/choice/choice')
    await guardian.tap(['choice-chips', '.chip'], '不出镜')
    await guardian.find(['choice-chips', '.chip.on'], '不出镜')
    await guardian.rest()
    expect((await otherFamily('开学合影'))?.photos ?? []).toEqual([])
    await guardian.open(`packages/album/list/list?childId=${CLASS}-23`)
    await guardian.tap(['.cell'], '开学合影')
    await guardian.see('有张小明')
  })

  it('P02 then the teacher reads why, and cannot tag the child', async () => {
    const { teacher } = house
    await teacher.open(`packages/album/post/post?classId=${CLASS}`)
    await teacher.type('相册名字', '午间运动')
    await teacher.tap(['.grid-c'], '加照片')
    await teacher.tap(['.grid-c'], '没有标记')
    await teacher.find(['popup-panel', '.chip.none'], '张小明')
    await teacher.tap(['popup-panel', '.chip'], '张小明')
    await teacher.tap(['popup-panel', '.text-btn'], '全班')
    await teacher.press('好了', 'popup-panel')
    await teacher.find(['.grid-c'], '已标39人')
  })
})

describe('given a photo that WeChat is not sure of', () => {
  it('C04 G01 when it is published, then a leader looks, and on their word families see it', async () => {
    const { teacher, principal } = house
    await house.control('media.hold', { held: false })
    await house.control('verdicts.set', { media: { suggest: 'review' } })
    await teacher.press('发布')
    await teacher.tap(['#seldom', 'dock', '.btn-2'], '仍发布')
    await teacher.reach('packages/album/album/album')
    await runTimers()
    expect(await otherFamily('午间运动')).toBeUndefined()
    await principal.open('pages/me/me')
    await principal.tap(['.cell'], '待看的相册')
    await principal.tap(['.cell'], '午间运动')
    await principal.reach('packages/album/album/album')
    await principal.see('请人工看中')
    await principal.press('通过')
    await runTimers()
    expect((await otherFamily('午间运动'))?.photos).toHaveLength(1)
  })
})
