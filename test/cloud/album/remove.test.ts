// Decides that a wish hides photos at once, and that what is taken away leaves no file and no address (P02, P06).
import { HEAD_TEACHER, TEACHER, fatherOf, givenSchool, motherOf, type GivenSchool } from '../given-school'
import { C0, C1, C3, passPhotos, publishAlbum } from './given-album'

const MOTHER = motherOf(C0)
const OTHER_MOTHER = motherOf(C1)

let school: GivenSchool
let albumId: string
beforeEach(async () => {
  school = await givenSchool()
  albumId = (await publishAlbum(school, { tags: [[C0, C1], [C1], [C3]] })).albumId
  await passPhotos(school)
})
afterEach(() => school.stop())

interface Stored {
  _id: string
  photos: { file: { fileId: string }; thumb: { fileId: string } }[]
  dropping: string[]
  duty?: unknown
}
const stored = async () => (await school.stored<Stored>('albums')).find(({ _id }) => _id === albumId)
const read = (who: string) => school.get(who, 'album.read', { albumId })
const photosOf = async (who: string) => (await read(who)).photos.length
const choose = (who: string, shown: boolean) => school.get(who, 'photo.choose', { childId: C0, shown })
const isGone = async (url: string) => (await fetch(url)).status === 404

describe('given a family that wants no photos', () => {
  test('P02 photos with the child are hidden from every other family at once, and shown again by another word', async () => {
    expect(await photosOf(OTHER_MOTHER)).toBe(3)
    await choose(MOTHER, false)
    expect(await photosOf(OTHER_MOTHER)).toBe(2)
    expect(await photosOf(MOTHER)).toBe(3)
    // Staff see them, and that they are hidden.
    expect((await read(HEAD_TEACHER)).photos.map(({ state }) => state)).toEqual(['hidden', 'pass', 'pass'])
    const { albums } = await school.get(OTHER_MOTHER, 'album.list', { of: 'child', childId: C1 })
    expect(albums).toMatchObject([{ photos: 2 }])
    const [hidden] = (await read(HEAD_TEACHER)).photos
    const link = { albumId, photoId: hidden?.photoId ?? '' }
    expect(await school.ask(OTHER_MOTHER, 'album.download', link)).toMatchObject({ error: { code: 'FORBIDDEN' } })

    // The father sees what the mother has said, and says otherwise.
    expect(await school.get(fatherOf(C0), 'photo.choice', { childId: C0 })).toEqual({ shown: false })
    await choose(fatherOf(C0), true)
    expect(await photosOf(OTHER_MOTHER)).toBe(3)
  })

  test('P02 nobody says it for the child of another family, or of a class they teach', async () => {
    for (const who of [OTHER_MOTHER, HEAD_TEACHER]) {
      const input = { childId: C0, shown: false }
      expect(await school.ask(who, 'photo.choose', input)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    expect(await photosOf(OTHER_MOTHER)).toBe(3)
  })

  test('P02 a family sees of the tags their own child alone', async () => {
    expect((await read(OTHER_MOTHER)).photos.map(({ children }) => children.map(({ childId }) => childId))).toEqual([
      [C1],
      [C1],
      [],
    ])
  })
})

describe('given photos that are taken away', () => {
  test('P06 the photo and its small one go, and no address opens them any more', async () => {
    const [first] = (await read(MOTHER)).photos
    await school.get(HEAD_TEACHER, 'album.remove', { albumId, photoId: first?.photoId ?? '' })
    expect(await isGone(first?.url ?? '')).toBe(true)
    expect(await isGone(first?.thumb ?? '')).toBe(true)
    expect(await photosOf(MOTHER)).toBe(2)
    expect((await stored())?.dropping).toEqual([])
  })

  test('P06 a whole album goes from every list, with all its files', async () => {
    const links = (await read(MOTHER)).photos.flatMap(({ url, thumb }) => [url, thumb])
    await school.get(HEAD_TEACHER, 'album.remove', { albumId })
    expect(await Promise.all(links.map(isGone))).toEqual(links.map(() => true))
    expect((await school.get(MOTHER, 'album.list', { of: 'child', childId: C0 })).albums).toEqual([])
    expect(await school.ask(MOTHER, 'album.read', { albumId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(JSON.stringify(await stored())).not.toContain('cloud://')
  })

  test('P06 what a broken call has left is taken away by the clock', async () => {
    const links = (await read(MOTHER)).photos.flatMap(({ url, thumb }) => [url, thumb])
    await school.cloud.control('faults.set', { target: 'storage:batchDeleteFile', mode: 'fail' })
    const reply = await school.ask(HEAD_TEACHER, 'album.remove', { albumId })
    await school.cloud.control('faults.clear')
    expect(reply.ok).toBe(true)
    expect((await stored())?.dropping).toHaveLength(6)
    await school.tick()
    expect(await stored()).toMatchObject({ dropping: [] })
    expect((await stored())?.duty).toBeUndefined()
    expect(await Promise.all(links.map(isGone))).toEqual(links.map(() => true))
  })

  test('P06 several take photos out at once, and somebody reads: each goes, none comes back', async () => {
    const { photos } = await read(HEAD_TEACHER)
    const replies = await Promise.all([
      ...photos.slice(0, 2).map(({ photoId }) => school.ask(HEAD_TEACHER, 'album.remove', { albumId, photoId })),
      school.ask(MOTHER, 'album.read', { albumId }),
    ])
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect((await read(MOTHER)).photos.map(({ photoId }) => photoId)).toEqual([photos[2]?.photoId])
    expect((await stored())?.photos).toHaveLength(1)
  })

  test('P06 a subject teacher takes away their own albums, and nobody else’s', async () => {
    expect(await school.ask(TEACHER, 'album.remove', { albumId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const own = await publishAlbum(school, { tags: [[C0]] }, TEACHER)
    await passPhotos(school)
    await school.get(TEACHER, 'album.remove', { albumId: own.albumId })
    expect(await school.ask(TEACHER, 'album.remove', { albumId: own.albumId })).toMatchObject({
      error: { code: 'ALBUM_STATE' },
    })
  })
})
