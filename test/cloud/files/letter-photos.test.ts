// Decides that a letter's photos open for both sides of its thread alone, and only after a check or a look (C28).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aTalk, patch } from '../talk/given-talk'
import { aJpeg, uploadAs } from '../uploads'

const FATHER = fatherOf(CHILD)
const CLASSMATE = motherOf(childId(CLASS, 1))
const OUT = [TEACHER, PRINCIPAL, OTHER_HEAD_TEACHER, CLASSMATE, 'o-stranger']
/** WeChat has answered by then. */
const ANSWERED_MS = 5_000
/** Longer than an address opens (cloudfunctions/common/wechat/files.ts). */
const TOO_LATE_MS = 601_000

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const withPhoto = async (to: Parameters<typeof aTalk>[0] = {}) => {
  const photos = [await uploadAs(school, MOTHER, 'letter', aJpeg())]
  const { talkId, letters } = await school.get(MOTHER, 'talk.open', aTalk({ photos, ...to }))
  return { talkId, letterId: letters[0]?.letterId ?? '' }
}
const checked = async () => {
  await school.advance(ANSWERED_MS)
  await school.tick()
}

/** Addresses in everything that somebody can ask for about letters. */
async function linksOf(who: string, talkId: string): Promise<string[]> {
  const answers = JSON.stringify([
    await school.ask(who, 'talk.read', { talkId }),
    await school.ask(who, 'talk.list', { of: 'child', childId: CHILD }),
    await school.ask(who, 'talk.list', { of: 'class', classId: CLASS }),
    await school.ask(who, 'talk.list', { of: 'school', schoolId: SCHOOL }),
    await school.ask(who, 'talk.own', {}),
    await school.ask(who, 'letter.held', { of: 'class', classId: CLASS }),
    await school.ask(who, 'letter.held', { of: 'school', schoolId: SCHOOL }),
  ])
  return [...answers.matchAll(/http[^"]+/g)].map(([url]) => url).filter((url) => url.includes(`kept/talks/${talkId}/`))
}
const statusOf = async (url: string) => (await fetch(url)).status
const openFor = async (everybody: readonly string[], talkId: string) => {
  const open: string[] = []
  for (const who of everybody) {
    const links = await linksOf(who, talkId)
    for (const url of links) expect(await statusOf(url)).toBe(200)
    if (links.length > 0) open.push(who)
  }
  return open
}
const EVERYBODY = [MOTHER, FATHER, HEAD_TEACHER, ...OUT]

test('C28 C24 a photo that is being checked opens for nobody, then for both guardians and the teacher, and for minutes', async () => {
  const { talkId } = await withPhoto()
  expect(await openFor(EVERYBODY, talkId)).toEqual([])
  await checked()
  expect(await openFor(EVERYBODY, talkId)).toEqual([MOTHER, FATHER, HEAD_TEACHER])
  const links = await linksOf(MOTHER, talkId)
  await school.advance(TOO_LATE_MS)
  for (const url of links) expect(await statusOf(url)).toBe(403)
})

test('C28 C04 a doubted one opens for whoever looks alone, then for both sides, or after a return for nobody', async () => {
  await school.cloud.control('verdicts.set', { media: { suggest: 'review' } })
  const held = await withPhoto()
  const returned = await withPhoto({ matter: '午餐', words: '还想问一下午餐的情况，他说不太习惯。' })
  await checked()
  expect(await openFor(EVERYBODY, held.talkId)).toEqual([HEAD_TEACHER])
  expect(await openFor(EVERYBODY, returned.talkId)).toEqual([HEAD_TEACHER])
  await school.get(HEAD_TEACHER, 'letter.decide', { ...held, decision: 'approve' })
  await school.get(HEAD_TEACHER, 'letter.decide', { ...returned, decision: 'return', words: '请换一张照片' })
  expect(await openFor(EVERYBODY, held.talkId)).toEqual([MOTHER, FATHER, HEAD_TEACHER])
  expect(await openFor(EVERYBODY, returned.talkId)).toEqual([])
})

test('C28 N16 whoever has gone gets no address: a removed guardian, a former teacher; the leaders from when they read along', async () => {
  const classes = await school.stored<{ _id: string; teachers: { since: number }[] }>('classes')
  const since = classes.find(({ _id }) => _id === CLASS)?.teachers[0]?.since ?? 0
  const teacher = { card: '数学李老师', since }
  const { talkId } = await withPhoto({ to: { desk: 'teacher', teacher } })
  await checked()
  expect(await openFor(EVERYBODY, talkId)).toEqual([MOTHER, FATHER, TEACHER])
  const before = [...(await linksOf(FATHER, talkId)), ...(await linksOf(TEACHER, talkId))]

  const children = await school.stored<{ _id: string; guardians: { openid: string }[] }>('children')
  const { guardians = [] } = children.find(({ _id }) => _id === CHILD) ?? {}
  await patch(school, 'children', CHILD, { guardians: guardians.filter(({ openid }) => openid !== FATHER) })
  await school.get(HEAD_TEACHER, 'teacher.remove', { classId: CLASS, teacher })
  expect(await openFor(EVERYBODY, talkId)).toEqual([MOTHER, HEAD_TEACHER])
  await school.get(MOTHER, 'talk.ask', { talkId })
  expect(await openFor(EVERYBODY, talkId)).toEqual([MOTHER, HEAD_TEACHER, PRINCIPAL])
  await school.advance(TOO_LATE_MS)
  expect(await Promise.all(before.map(statusOf))).toEqual(before.map(() => 403))
})
