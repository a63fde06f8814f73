// Decides that a reviewer sees what WeChat said of every photo (C04, G01, G17).
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aJpeg, uploadAs } from '../uploads'

const MOTHER = motherOf(childId(CLASS, 0))
const REVIEW = { suggest: 'review', label: 20003 } as const

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
  await school.cloud.control('media.hold', { held: true })
})
afterAll(() => school.stop())
afterEach(async () => {
  await school.cloud.control('verdicts.clear')
  await school.advance(61_000)
})

const upload = () => uploadAs(school, TEACHER, 'photo', aJpeg())
const hold = async (photos: string[] = []) => {
  await school.cloud.control('verdicts.set', { ...REVIEW, times: 1 })
  const { noticeId, state } = await school.get(TEACHER, 'notice.publish', aNotice({ photos }))
  expect(state).toBe('held')
  return noticeId
}
const say = async (suggest: 'pass' | 'review' | 'risky') => {
  await school.cloud.control('verdicts.set', { media: { suggest } })
  await school.cloud.control('media.release')
}
const listed = async (noticeId: string) =>
  (await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })).items.find((item) => item.noticeId === noticeId)
const photoOf = async (noticeId: string) => (await listed(noticeId))?.photos[0]?.fileId ?? ''
const approve = (noticeId: string, seen?: string[]) =>
  school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve', ...(seen && { seen }) })
const seenBy = async (who: string, noticeId: string) => school.ask(who, 'notice.read', { noticeId, classId: CLASS })

describe('given a post with a photo, held for its text', () => {
  test.each(['pass', 'review', 'risky'] as const)(
    'C04 a verdict on the photo that comes meanwhile is shown to the reviewer: %s',
    async (suggest) => {
      const noticeId = await hold([await upload()])
      const photo = await photoOf(noticeId)
      expect((await listed(noticeId))?.photos).toMatchObject([{ fileId: photo, suggest: 'pending' }])
      await say(suggest)
      expect((await listed(noticeId))?.photos).toMatchObject([{ fileId: photo, suggest }])
    },
  )

  test('C04 G01 a risky photo is not let through unseen; seen, the reviewer may, and the timer does not take it back', async () => {
    const noticeId = await hold([await upload()])
    const photo = await photoOf(noticeId)
    await say('risky')
    const refused = { error: { code: 'PHOTO_RISKY', rule: 'C04', facts: { count: 1 } } }
    expect(await approve(noticeId)).toMatchObject(refused)
    expect(await approve(noticeId, ['cloud://local-env/notices/another.jpg'])).toMatchObject(refused)
    expect(await approve(noticeId, [photo])).toMatchObject({ ok: true })
    await school.tick(2)
    expect(await seenBy(MOTHER, noticeId)).toMatchObject({ data: { state: 'published' } })
  })

  test('C04 a photo that turns risky after the approval brings the post back, and only a second look lets it out', async () => {
    const noticeId = await hold([await upload()])
    const photo = await photoOf(noticeId)
    expect(await approve(noticeId)).toMatchObject({ ok: true })
    expect(await seenBy(TEACHER, noticeId)).toMatchObject({ data: { state: 'checking' } })
    await say('risky')
    await school.tick()
    expect(await seenBy(TEACHER, noticeId)).toMatchObject({ data: { state: 'held' } })
    expect((await listed(noticeId))?.photos).toMatchObject([{ suggest: 'risky' }])
    expect(await approve(noticeId)).toMatchObject({ error: { code: 'PHOTO_RISKY' } })
    expect(await approve(noticeId, [photo])).toMatchObject({ ok: true })
    await school.tick()
    expect(await seenBy(MOTHER, noticeId)).toMatchObject({ data: { state: 'published' } })
  })

  test('C04 a verdict that comes between the look and the decision is looked at first', async () => {
    const noticeId = await hold([await upload()])
    const target = 'database:modifyDocument:notices'
    await school.cloud.control('faults.set', { target, mode: 'wait', times: 1 })
    const deciding = approve(noticeId)
    await school.untilHit()
    await say('risky')
    await school.cloud.control('faults.clear')
    expect(await deciding).toMatchObject({ error: { code: 'NOTICE_STATE' } })
    expect((await listed(noticeId))?.photos).toMatchObject([{ suggest: 'risky' }])
  })
})

describe('given a held angry post', () => {
  test('G17 one tap asks its author to say it to the family; the text comes back, nobody of the class has seen it', async () => {
    const noticeId = await hold()
    await school.get(OFFICE, 'review.decide', { noticeId, decision: 'talk' })
    expect(await seenBy(TEACHER, noticeId)).toMatchObject({
      data: { state: 'draft', decided: { decision: 'talk', by: '教导处赵老师' }, draft: {} },
    })
    expect(await seenBy(MOTHER, noticeId)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const { rows } = await school.get(HEAD_TEACHER, 'log.read', { classId: CLASS })
    expect(rows[0]).toMatchObject({ act: 'review', result: 'talk', role: 'office' })
  })

  test('G01 two leaders who decide at once: one decides', async () => {
    const noticeId = await hold()
    const replies = await Promise.all([
      school.ask(OFFICE, 'review.decide', { noticeId, decision: 'talk' }),
      school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'refuse' }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
