// Decides that of every file that is kept only those get an address who may, for minutes, and nobody by its name (C28).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aFormNotice } from '../given-form'
import { passPhotos, publishAlbum } from '../album/given-album'
import { aJpeg, aPng, putFile, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const FAMILY = motherOf(CHILD)
const REMOVED = fatherOf(CHILD)
const CLASSMATE = motherOf(childId(CLASS, 1))
const ELSEWHERE = motherOf(childId(OTHER_CLASS, 0))
const STRANGER = 'o-stranger'
/** Longer than an address opens (cloudfunctions/common/wechat/files.ts). */
const TOO_LATE_MS = 601_000

let school: GivenSchool
let albumId: string
let leaveId: string
const noticeIds: Record<string, string> = {}
/** Addresses that the removed guardian and the former teacher saw while they were there. */
let seenBefore: string[]

beforeAll(async () => {
  school = await givenSchool()
  const photos = [await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())]
  noticeIds['photo'] = (await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos }))).noticeId
  noticeIds['signature'] = (await school.get(HEAD_TEACHER, 'notice.publish', anOuting())).noticeId
  const form = {
    questions: [{ id: 'picture', type: 'photo' as const, label: '请拍一张', required: false, most: 3 }],
    per: 'child' as const,
  }
  noticeIds['answer'] = (await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice({ form }))).noticeId
  await school.tick()
  const slip = (kind: string) => ({ noticeId: noticeIds[kind] ?? '', classId: CLASS, childId: CHILD, version: 1 })
  const signature = await uploadAs(school, FAMILY, 'signature', aPng())
  await school.get(FAMILY, 'slip.sign', { ...slip('signature'), signature })
  const answers = [{ question: 'picture', files: [await uploadAs(school, FAMILY, 'answer', aJpeg())] }]
  await school.get(FAMILY, 'slip.answer', { ...slip('answer'), form, answers })
  const proof = [await uploadAs(school, FAMILY, 'proof', aJpeg())]
  const span = { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } as const
  leaveId = (await school.get(FAMILY, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof })).leaveId
  albumId = (await publishAlbum(school, { tags: [[CHILD]] })).albumId
  await passPhotos(school)

  seenBefore = [...(await linksOf('album', REMOVED)), ...(await linksOf('album', TEACHER))]
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  const father = members
    .find((each) => each.childId === CHILD)
    ?.guardians.find(({ card }) => card === `${childName(0)}爸爸`)
  const guardian = { childId: CHILD, card: father?.card ?? '', since: father?.since ?? 0 }
  await school.get(HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' })
  const [teacher] = (await school.stored<{ _id: string; teachers: { since: number }[] }>('classes')).flatMap(
    ({ _id, teachers }) => (_id === CLASS ? teachers : []),
  )
  const left = { card: '数学李老师', since: teacher?.since ?? 0 }
  await school.get(HEAD_TEACHER, 'teacher.remove', { classId: CLASS, teacher: left })
})
afterAll(() => school.stop())

type Kind = 'photo' | 'signature' | 'answer' | 'proof' | 'album'

/** Where a file of each kind lies. */
const FOLDERS: Record<Kind, () => string> = {
  photo: () => `kept/notices/${noticeIds['photo']}/`,
  signature: () => `kept/slips/${noticeIds['signature']}.${CLASS}/`,
  answer: () => `kept/slips/${noticeIds['answer']}.${CLASS}/`,
  proof: () => `kept/leaves/${leaveId}/`,
  album: () => `kept/albums/${albumId}/`,
}

/** All that somebody can ask for about a kind. */
async function asksOf(kind: Kind, who: string): Promise<string> {
  const noticeId = noticeIds[kind] ?? ''
  if (kind === 'proof') {
    return JSON.stringify([
      await school.ask(who, 'leave.read', { leaveId }),
      await school.ask(who, 'leave.list', { of: 'child', childId: CHILD }),
    ])
  }
  if (kind !== 'album') {
    const slip = { noticeId, classId: CLASS }
    return JSON.stringify([
      await school.ask(who, 'notice.read', slip),
      await school.ask(who, 'board.read', slip),
      await school.ask(who, 'slip.proof', { ...slip, childId: CHILD }),
      await school.ask(who, 'answers.read', { noticeId }),
    ])
  }
  const album = await school.ask(HEAD_TEACHER, 'album.read', { albumId })
  const photoId = album.ok ? (album.data.photos[0]?.photoId ?? '') : ''
  return JSON.stringify([
    await school.ask(who, 'album.read', { albumId }),
    await school.ask(who, 'album.download', { albumId, photoId }),
    await school.ask(who, 'album.list', { of: 'class', classId: CLASS }),
    await school.ask(who, 'album.list', { of: 'child', childId: CHILD }),
  ])
}

async function linksOf(kind: Kind, who: string): Promise<string[]> {
  const answers = await asksOf(kind, who)
  return [...answers.matchAll(/http[^"]+/g)].map(([url]) => url).filter((url) => url.includes(FOLDERS[kind]()))
}

const statusOf = async (url: string) => (await fetch(url)).status

/** A class's photos are the whole class's; what is about one child is its family's and the staff's who need it. */
const OUTSIDERS: [Kind, string, string][] = [
  ...(['photo', 'signature', 'answer', 'proof', 'album'] as const).flatMap((kind): [Kind, string, string][] => [
    [kind, 'a guardian of another class', ELSEWHERE],
    [kind, 'a removed guardian', REMOVED],
    [kind, 'a former teacher', TEACHER],
    [kind, 'a stranger', STRANGER],
  ]),
  ...(['signature', 'answer', 'proof'] as const).map((kind): [Kind, string, string] => [
    kind,
    'a guardian of another child of the class',
    CLASSMATE,
  ]),
]

test.each(OUTSIDERS)('C28 of %s %s gets no address', async (kind, _, who) => {
  expect(await linksOf(kind, who)).toEqual([])
  expect(await asksOf(kind, who)).not.toContain('kept/')
})

test.each([
  ['photo', FAMILY],
  ['photo', CLASSMATE],
  ['signature', FAMILY],
  ['answer', FAMILY],
  ['proof', FAMILY],
  ['proof', HEAD_TEACHER],
  ['album', FAMILY],
  ['album', CLASSMATE],
  ['album', PRINCIPAL],
] as const)('C28 of %s whoever may gets an address that opens, and no longer than minutes', async (kind, who) => {
  const links = await linksOf(kind, who)
  expect(links.length).toBeGreaterThan(0)
  for (const url of links) expect(await statusOf(url)).toBe(200)
  await school.advance(TOO_LATE_MS)
  for (const url of links) expect(await statusOf(url)).toBe(403)
})

test('P06 an album’s photo and its small one are two files, and both expire for whoever has gone', async () => {
  expect(new Set(seenBefore.map((url) => url.includes('/small/')))).toEqual(new Set([true, false]))
  await school.advance(TOO_LATE_MS)
  for (const url of seenBefore) expect(await statusOf(url)).toBe(403)
})

describe('given the storage itself', () => {
  const kept = async () => {
    const { files } = await school.cloud.control<{ files: { path: string }[] }>('files.list')
    return files.map(({ path }) => path).filter((path) => path.startsWith('kept/'))
  }
  const gateway = async (route: string, openid: string, fileList: string[]) => {
    const body = JSON.stringify({ openid, fileList })
    const response = await fetch(`${school.cloud.url}/gateway/${route}`, { method: 'POST', body })
    return ((await response.json()) as { fileList: { status: number; tempFileURL?: string }[] }).fileList
  }
  const idOf = (fileId: string, path: string) => `${fileId.split('/').slice(0, 3).join('/')}/${path}`

  test('C28 no phone reads, replaces or deletes what is kept, not even who gave it', async () => {
    const own = await uploadAs(school, FAMILY, 'proof', aJpeg())
    const paths = await kept()
    expect(paths.length).toBeGreaterThanOrEqual(6)
    for (const who of [FAMILY, HEAD_TEACHER, PRINCIPAL, STRANGER]) {
      const fileIds = paths.map((path) => idOf(own, path))
      for (const route of ['temp-url', 'delete']) {
        expect((await gateway(route, who, fileIds)).map(({ status }) => status)).toEqual(paths.map(() => -503002))
      }
      for (const path of [...paths.slice(0, 2), 'kept/albums/guessed/0.jpg', 'kept/taken/x', 'anything.jpg']) {
        expect(await putFile(school.cloud.url, who, path, aJpeg())).toMatchObject({ error: { errCode: -503002 } })
      }
    }
    expect((await kept()).length).toBe(paths.length)
  })

  test.each([
    ['album', HEAD_TEACHER],
    ['letter', FAMILY],
    ['proof', FAMILY],
    ['photo', HEAD_TEACHER],
  ] as const)('C28 another person’s folder for %s takes and gives nothing', async (purpose, owner) => {
    const fileId = await uploadAs(school, owner, purpose, aJpeg())
    const path = fileId.replace(/^cloud:\/\/[^/]+\//, '')
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    for (const who of [CLASSMATE, TEACHER, PRINCIPAL, STRANGER]) {
      expect(await gateway('temp-url', who, [fileId])).toMatchObject([{ status: -503002 }])
      expect(await gateway('delete', who, [fileId])).toMatchObject([{ status: -503002 }])
      expect(await putFile(school.cloud.url, who, path, aJpeg())).toMatchObject({ error: { errCode: -503002 } })
    }
    // Nor is a name guessed: what is not there is not there for anybody.
    expect(await gateway('temp-url', STRANGER, [idOf(fileId, `${folder}${'A'.repeat(24)}`)])).toMatchObject([
      { status: -503003 },
    ])
  })
})
