// Decides that an album is complete and fair, and appears when every photo of it has passed (P01, P02, P06, C04).
import { chooseOption } from '@class-pact/core/pact'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childName,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { C0, C1, C2, C3, aPhoto, anAlbum, passPhotos, publishAlbum, uploadPhoto } from './given-album'

const MOTHER = motherOf(C0)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const read = (albumId: string, who = HEAD_TEACHER) => school.get(who, 'album.read', { albumId })
const listOf = async (who = MOTHER) =>
  (await school.get(who, 'album.list', { of: 'child', childId: C0 })).albums.map(({ title }) => title)

const stateOf = async (albumId: string) =>
  (await school.stored<{ _id: string; state: string }>('albums')).find(({ _id }) => _id === albumId)?.state
const unfair = {
  tags: [
    [C0, C1, C2],
    [C0, C1, C2],
  ],
  sure: false,
}

describe('given photos of a class', () => {
  test('P06 C04 an album appears by itself when every photo has passed, and not before', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { albumId, state } = await publishAlbum(school, { tags: [[C0], [C1]] })
    expect(state).toBe('checking')
    expect(await listOf()).toEqual([])
    expect(await school.ask(MOTHER, 'album.read', { albumId })).toMatchObject({ ok: false })
    // Not even to colleagues of the class.
    expect(await school.ask(TEACHER, 'album.read', { albumId })).toMatchObject({ ok: false })
    expect((await read(albumId)).photos.map((each) => each.state)).toEqual(['pending', 'pending'])

    await school.cloud.control('media.release')
    await school.tick()
    expect(await listOf()).toEqual(['三班秋游'])
    const seen = await read(albumId, MOTHER)
    expect(seen).toMatchObject({ state: 'published', title: '三班秋游', isMine: false, mayDownload: false })
    expect(seen.photos.map(({ children }) => children)).toEqual([[{ childId: C0, name: childName(0) }], []])
    for (const { url, thumb } of seen.photos) {
      expect((await fetch(url)).status).toBe(200)
      expect((await fetch(thumb)).status).toBe(200)
    }
  })

  test('P02 an album of the whole class without a child is refused with the child, and goes out when nobody is missing', async () => {
    const input = await anAlbum(school, { tags: [[C0, C1], [C2]], whole: true })
    const refused = await school.ask(HEAD_TEACHER, 'album.publish', input)
    expect(refused).toMatchObject({
      error: { code: 'CHILDREN_UNTAGGED', rule: 'P02', facts: { count: 1, names: childName(3) } },
    })
    expect(await school.stored('albums')).toEqual([])
    // The photos wait where they were put.
    expect((await school.get(HEAD_TEACHER, 'album.publish', { ...input, absent: [C3] })).state).toBe('checking')
  })

  test('P02 who wants no photos is not missing, and cannot be tagged', async () => {
    await school.get(MOTHER, 'photo.choose', { childId: C0, shown: false })
    const { children } = await school.get(HEAD_TEACHER, 'album.prepare', { classId: CLASS })
    expect(children.map(({ noPhotos = false }) => noPhotos)).toEqual([true, false, false, false])
    const complete = await anAlbum(school, { tags: [[C1, C2, C3]], whole: true })
    expect((await school.get(HEAD_TEACHER, 'album.publish', complete)).state).toBe('checking')
    const tagged = await anAlbum(school, { tags: [[C1], [C0]] })
    expect(await school.ask(HEAD_TEACHER, 'album.publish', tagged)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'photos.1.children' },
    })
  })

  test('P01 X07 a child who is seldom in a photo is shown before it goes out, this album counted, and nothing is stored', async () => {
    expect(await publishAlbum(school, unfair)).toMatchObject({
      state: 'asking',
      seldom: [{ childId: C3, name: childName(3), count: 0 }],
      median: 2,
    })
    expect(await school.stored('albums')).toEqual([])
    await publishAlbum(school, { ...unfair, sure: true })
    // Of photos that nobody has let pass yet no term knows.
    const counts = async () => {
      const { children, median, since } = await school.get(HEAD_TEACHER, 'album.prepare', { classId: CLASS })
      return { counts: children.map(({ count }) => count), median, since }
    }
    expect(await counts()).toEqual({ counts: [0, 0, 0, 0], median: 0, since: '2026-08-01' })
    await passPhotos(school)
    expect(await counts()).toEqual({ counts: [2, 2, 2, 0], median: 2, since: '2026-08-01' })

    expect((await publishAlbum(school, { tags: [[C0, C1, C2]], sure: false })).seldom).toHaveLength(1)
    // Two photos of the child make up for it.
    expect((await publishAlbum(school, { tags: [[C3], [C3]], sure: false })).state).toBe('checking')
  })

  test('P01 a new term counts anew', async () => {
    await publishAlbum(school, { tags: [[C0]] })
    await passPhotos(school)
    const [found] = await school.stored<{ _id: string }>('schools')
    const terms = [
      { from: '2026-08-31', to: '2026-08-31' },
      { from: '2026-09-02', to: '2027-01-20' },
    ]
    const calendar = { rest: [], school: [], terms }
    await school.cloud.control('data.put', { documents: { schools: [{ ...found, calendar }] } })
    const prepared = () => school.get(HEAD_TEACHER, 'album.prepare', { classId: CLASS })
    expect(await prepared()).toMatchObject({ since: '2026-08-31', children: [{ count: 1 }, {}, {}, {}] })
    await school.at('2026-09-02T10:00:00+08:00')
    expect(await prepared()).toMatchObject({ since: '2026-09-02', children: [{ count: 0 }, {}, {}, {}] })
  })

  test('P03 no family posts to an album, nor takes a place for a photo of one', async () => {
    const input = await anAlbum(school)
    expect(await school.ask(MOTHER, 'album.publish', input)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await school.ask(MOTHER, 'upload.prepare', { purpose: 'album', count: 1 })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect(await school.stored('albums')).toEqual([])
  })

  test('P06 families save photos of their own child only, and only where the school allows it', async () => {
    const { albumId } = await publishAlbum(school, { tags: [[C0], [C1]] })
    await passPhotos(school)
    const [own, other] = (await read(albumId)).photos.map(({ photoId }) => photoId)
    const save = (who: string, photoId = '') => school.ask(who, 'album.download', { albumId, photoId })
    expect(await save(MOTHER, own)).toMatchObject({ error: { code: 'FORBIDDEN', rule: 'P06' } })
    expect(await save(HEAD_TEACHER, own)).toMatchObject({ ok: true })
    const changes = { rules: chooseOption(school.pact, 'P06', 'allow') }
    const adopting = { schoolId: SCHOOL, changes, version: 2, effectiveFrom: '2026-09-02' }
    await school.get(PRINCIPAL, 'pact.adopt', adopting)
    await school.at('2026-09-01T23:59:50+08:00')
    expect(await save(MOTHER, own)).toMatchObject({ error: { code: 'FORBIDDEN', rule: 'P06' } })
    await school.at('2026-09-02T00:00:00+08:00')
    expect(await save(MOTHER, own)).toMatchObject({ ok: true })
    expect(await save(MOTHER, other)).toMatchObject({ error: { code: 'FORBIDDEN', rule: 'P06' } })
    expect((await read(albumId, MOTHER)).mayDownload).toBe(true)
  })
})

describe('given doubt', () => {
  const heldIn = async (who: string) =>
    (await school.get(who, 'album.list', { of: 'held', schoolId: SCHOOL })).albums.map(({ albumId }) => albumId)

  test('C04 photos that nobody has judged in thirty minutes are looked at by a leader, never by the author', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { albumId } = await publishAlbum(school)
    await school.cloud.control('faults.set', { target: 'function:wx-events', mode: 'fail' })
    await school.advance(29 * 60_000)
    await school.tick()
    expect(await stateOf(albumId)).toBe('checking')
    await school.advance(60_000)
    await school.tick()
    expect(await stateOf(albumId)).toBe('held')
    expect(await listOf()).toEqual([])
    expect(await heldIn(OFFICE)).toEqual([albumId])
    expect(await school.ask(HEAD_TEACHER, 'album.decide', { albumId, decision: 'approve' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    await school.get(PRINCIPAL, 'album.decide', { albumId, decision: 'approve' })
    expect(await listOf()).toEqual(['三班秋游'])
    expect(await heldIn(OFFICE)).toEqual([])
  })

  test('C04 a risky photo holds the album, and goes out by nobody’s word before it is taken away', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { albumId } = await publishAlbum(school, { tags: [[C0], [C1]] })
    await school.cloud.control('verdicts.set', { media: { suggest: 'risky' } })
    await school.cloud.control('media.release')
    await school.cloud.control('verdicts.clear')
    await school.tick()
    expect(await stateOf(albumId)).toBe('held')
    const approve = () => school.ask(PRINCIPAL, 'album.decide', { albumId, decision: 'approve' })
    expect(await approve()).toMatchObject({ error: { code: 'PHOTO_RISKY', rule: 'C04' } })
    for (const { photoId, state } of (await read(albumId)).photos.slice(1)) {
      expect(state).toBe('doubted')
      await school.get(HEAD_TEACHER, 'album.remove', { albumId, photoId })
    }
    expect(await approve()).toMatchObject({ error: { code: 'PHOTO_RISKY' } })
    const back = { albumId, decision: 'return', words: '请换一张照片' } as const
    await school.get(PRINCIPAL, 'album.decide', back)
    expect(await read(albumId)).toMatchObject({ state: 'returned', decided: { words: '请换一张照片' } })
  })

  test('C04 a title that WeChat doubts holds it; one it calls risky is refused, and no photo is kept', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const { albumId, state } = await publishAlbum(school)
    expect(state).toBe('held')
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20001 })
    const input = await anAlbum(school)
    expect(await school.ask(HEAD_TEACHER, 'album.publish', input)).toMatchObject({
      error: { code: 'POST_REFUSED', field: 'title' },
    })
    await school.cloud.control('verdicts.clear')
    expect(await school.stored('albums')).toHaveLength(1)
    await school.get(PRINCIPAL, 'album.decide', { albumId, decision: 'approve' })
    await passPhotos(school)
    expect(await listOf()).toEqual(['三班秋游'])
  })

  test('C04 a photo that is too large says which, one that lies about what it is too', async () => {
    const input = await anAlbum(school, { tags: [[C0], [C1]] })
    const [first] = input.photos
    const withPhoto = async (content: Buffer) => {
      const second = { fileId: await uploadPhoto(school, HEAD_TEACHER, content), children: [C1] }
      return school.ask(HEAD_TEACHER, 'album.publish', { ...input, photos: [first ?? second, second] })
    }
    const large = Buffer.concat([aPhoto().subarray(0, -2), Buffer.alloc(1_100_000), aPhoto().subarray(-2)])
    expect(await withPhoto(large)).toMatchObject({ error: { code: 'PHOTO_LARGE', field: 'photos.1.fileId' } })
    for (const lie of [Buffer.from('%PDF-1.7 nothing'), aPhoto().subarray(0, 200)]) {
      expect(await withPhoto(lie)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'photos.1.fileId' } })
    }
  })
})

describe('given several at once', () => {
  test('P01 the same call twice at once publishes once', async () => {
    const input = await anAlbum(school)
    const requestId = newRequestId()
    const call = () => school.ask(HEAD_TEACHER, 'album.publish', input, requestId)
    const replies = await Promise.all([call(), call(), call()])
    expect(new Set(replies.map((reply) => (reply.ok ? reply.data.albumId : reply.error.code))).size).toBe(1)
    expect(await school.stored('albums')).toHaveLength(1)
    expect(await call()).toMatchObject({ ok: true, data: { state: 'checking' } })
  })

  test('P02 a family that opts out while the album is on its way is in no photo that another family sees', async () => {
    const input = await anAlbum(school, { tags: [[C0], [C1]] })
    await school.cloud.control('faults.set', { target: 'database:insertDocument:albums', mode: 'wait', times: 1 })
    const publishing = school.get(HEAD_TEACHER, 'album.publish', input)
    await school.untilHit()
    await school.get(MOTHER, 'photo.choose', { childId: C0, shown: false })
    await school.cloud.control('faults.clear')
    const { albumId } = await publishing
    await passPhotos(school)
    expect((await read(albumId, motherOf(C1))).photos).toHaveLength(1)
    expect((await read(albumId, MOTHER)).photos).toHaveLength(2)
  })

  test('P06 two leaders decide at once: one word counts', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const { albumId } = await publishAlbum(school)
    await school.cloud.control('verdicts.clear')
    const replies = await Promise.all([
      school.ask(PRINCIPAL, 'album.decide', { albumId, decision: 'approve' }),
      school.ask(OFFICE, 'album.decide', { albumId, decision: 'return', words: '请再看看' }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await school.ask(OTHER_HEAD_TEACHER, 'album.read', { albumId })).toMatchObject({ ok: false })
  })
})
