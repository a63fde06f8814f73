// Decides that a copy which no document came to name goes with its upload, and that what is named stays (M12).
import {
  CLASS,
  HEAD_TEACHER,
  aNotice,
  anOuting,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { anAlbum } from '../album/given-album'
import { aPdf } from '../../pdf'
import { aJpeg, aPng, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const DAY_MS = 86_400_000
/** Every upload has expired by then. */
const LATER_MS = 4 * DAY_MS

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

const paths = async (folder: string) =>
  (await school.cloud.control<{ files: { path: string }[] }>('files.list')).files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder))

interface Taker {
  folder: string
  /** What writes down that the files are the document's. */
  target: string
  copies: number
  /** A call with files in place; each time it is asked it is another. */
  prepare: () => Promise<() => Promise<{ ok: boolean }>>
}

let days = 1
const TAKERS: Record<string, Taker> = {
  'an album’s photo and its small one': {
    ...{ folder: 'kept/albums/', target: 'database:insertDocument:albums', copies: 2 },
    async prepare() {
      const input = await anAlbum(school, { tags: [[CHILD]] })
      return () => school.ask(HEAD_TEACHER, 'album.publish', input)
    },
  },
  'a notice’s photo and document': {
    ...{ folder: 'kept/notices/', target: 'database:insertDocument:notices', copies: 2 },
    async prepare() {
      const photos = [await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())]
      const fileId = await uploadAs(school, HEAD_TEACHER, 'document', aPdf())
      const draft = aNotice({ photos, documents: [{ fileId, name: '安排.pdf' }] })
      return () => school.ask(HEAD_TEACHER, 'notice.publish', draft)
    },
  },
  'a leave’s proof': {
    ...{ folder: 'kept/leaves/', target: 'database:insertDocument:leaves', copies: 1 },
    async prepare() {
      const proof = [await uploadAs(school, MOTHER, 'proof', aJpeg())]
      const day = `2026-10-${String(12 + days++).padStart(2, '0')}`
      const span = { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const
      return () => school.ask(MOTHER, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof })
    },
  },
  'a signature': {
    ...{ folder: 'kept/slips/', target: 'database:modifyDocument:slips', copies: 1 },
    async prepare() {
      const { now } = await school.cloud.control<{ now: string }>('clock.read')
      const deadline = Date.parse(now) + 20 * DAY_MS
      const event = { day: new Date(deadline + DAY_MS).toISOString().slice(0, 10), place: '植物园' }
      const outing = anOuting({ deadline, event })
      const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', outing)
      await school.tick()
      const signature = await uploadAs(school, MOTHER, 'signature', aPng())
      const slip = { noticeId, classId: CLASS, childId: CHILD, version: 1, signature }
      return () => school.ask(MOTHER, 'slip.sign', slip)
    },
  },
}

const later = async () => {
  await school.advance(LATER_MS)
  await school.tick()
}
const breaking = async (target: string, call: () => Promise<{ ok: boolean }>) => {
  await school.cloud.control('faults.set', { target, mode: 'fail' })
  const reply = await call()
  await school.cloud.control('faults.clear')
  expect(reply).toMatchObject({ ok: false, error: { code: 'TRY_AGAIN' } })
}

describe.each(Object.entries(TAKERS))('given %s', (_, { folder, target, copies, prepare }) => {
  test('M12 a call that breaks between copying and writing leaves nothing behind in the end', async () => {
    const before = await paths(folder)
    await breaking(target, await prepare())
    expect((await paths(folder)).length).toBe(before.length + copies)
    await later()
    expect(await paths(folder)).toEqual(before)
    expect(await paths('kept/taken/')).toEqual([])
    expect(await paths('uploads/')).toEqual([])
  })

  test('M12 after a second try what the first has left goes, and what the document names stays', async () => {
    const before = await paths(folder)
    const call = await prepare()
    await breaking(target, call)
    expect(await call()).toMatchObject({ ok: true })
    await later()
    const kept = await paths(folder)
    expect(kept.length).toBe(before.length + copies)
    const stored = JSON.stringify(await school.stored(folder.split('/')[1] ?? ''))
    for (const path of kept) expect(stored).toContain(path)
    expect(await paths('kept/taken/')).toEqual([])
  })
})

test('M12 what may be under way is not swept from under a call', async () => {
  const call = await (TAKERS['an album’s photo and its small one'] as Taker).prepare()
  // The places have expired when the call begins, and the clock comes before it ends.
  await school.advance(LATER_MS)
  await school.cloud.control('faults.set', { target: 'database:insertDocument:albums', mode: 'wait', times: 1 })
  const publishing = call()
  await school.untilHit()
  const before = await paths('kept/albums/')
  await school.tick()
  expect(await paths('kept/albums/')).toEqual(before)
  await school.cloud.control('faults.clear')
  await publishing
  await later()
  // Whatever the call has answered: what the album names is there, and nothing else.
  const stored = JSON.stringify(await school.stored('albums'))
  const kept = await paths('kept/albums/')
  for (const path of kept) expect(stored).toContain(path)
  expect(before.filter((path) => stored.includes(path))).toEqual(kept)
})
