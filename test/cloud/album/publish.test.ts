// Decides that an album is complete and fair, and appears when every photo of it has passed (P01, P02, P06, C04).
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

describe('given photos of a class', () => {
  test('P06 C04 an album appears by itself when every photo has passed, and not before', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { albumId, state } = await publishAlbum(school, { tags: [[C0], [C1]] })
    expect(state).toBe('checking')
    await school.tick()
    expect(await listOf()).toEqual([])
    expect(await school.ask(MOTHER, 'album.read', { albumId })).toMatchObject({ ok: false })
    expect((await read(albumId)).photos.map((each) => each.state)).toEqual(['pending', 'pending'])

    await school.cloud.control('media.release')
    await school.tick()
    expect(await listOf()).toEqual(['三班秋游'])
    const seen = await read(albumId, MOTHER)
    expect(seen).toMatchObject({ state: 'published', title: '三班秋游', isMine: false, mayDownload: false })
    expect(seen.photos.map(({ children }) => children)).toEqual([[{ childId: C0, name: childName(0) }], []])
    for (const { url, thumb } of seen.photos) {
      expect((await fetch(url)).status).toBe(200)
      expect((await fetch(thumb)).headers.get('content-type')).toMatch(/jpeg|octet/)
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
})
