// Decides what of letters and albums is somebody's own: what they take along, what goes and stays with them (M12).
import {
  CLASS,
  HEAD_TEACHER,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aLetter, aTalk } from '../talk/given-talk'
import { aJpeg, uploadAs } from '../uploads'
import { passPhotos, publishAlbum } from './given-album'

const CHILD = childId(CLASS, 0)
const OTHER = childId(CLASS, 1)
const [MOTHER, FATHER, OTHER_MOTHER] = [motherOf(CHILD), fatherOf(CHILD), motherOf(OTHER)]
const WORDS = '孩子最近课间不太愿意出去，想请您留意一下。'
const FATHERS = '我周五下午可以到学校来当面谈一谈。'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const kept = async (folder: string) =>
  (await school.cloud.control<{ files: { path: string }[] }>('files.list')).files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder))
const photo = (who: string) => uploadAs(school, who, 'letter', aJpeg())

describe('given letters of both guardians with photos', () => {
  let talkId: string
  beforeEach(async () => {
    const opened = await school.get(MOTHER, 'talk.open', aTalk({ words: WORDS, photos: [await photo(MOTHER)] }))
    talkId = opened.talkId
    await school.advance(5_000)
    await school.tick()
    const fathers = aLetter(talkId, { words: FATHERS, photos: [await photo(FATHER)] })
    await school.get(FATHER, 'talk.send', fathers)
    await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
    await school.advance(5_000)
    await school.tick()
  })
  const gone = async () => {
    const read = await school.get(HEAD_TEACHER, 'talk.read', { talkId })
    expect(read.letters).toMatchObject([
      { words: '', photos: [] },
      { words: FATHERS, photos: [{ state: 'pass' }] },
      { isMine: true },
    ])
    expect(await kept('kept/talks/')).toHaveLength(1)
    const stored = await school.stored<{ letters: object[]; writers: string[] }>('talks')
    const held = JSON.stringify(stored.map(({ letters, writers }) => ({ letters, writers })))
    expect(held).not.toContain(MOTHER)
    expect(held).not.toContain(WORDS)
    expect(held).toContain(FATHER)
  }

  test('M12 a copy has the own letters and nobody else’s; whoever goes takes words and photos along', async () => {
    const copy = JSON.stringify(await school.get(MOTHER, 'person.export', {}))
    expect(copy).toContain(WORDS)
    expect(copy).not.toContain(FATHERS)
    expect(copy).not.toContain(aLetter(talkId).words)
    expect(await kept('kept/talks/')).toHaveLength(2)
    await school.get(MOTHER, 'person.delete', {})
    await school.tick()
    await gone()
  })

  test('M12 a storage that does not answer keeps nothing in the end', async () => {
    await school.cloud.control('faults.set', { target: 'storage:batchDeleteFile', mode: 'fail', times: 1 })
    const requestId = newRequestId()
    await school.ask(MOTHER, 'person.delete', {}, requestId)
    await school.cloud.control('faults.clear')
    await school.ask(MOTHER, 'person.delete', {}, requestId)
    for (let run = 0; run < 3; run++) {
      await school.advance(61_000)
      await school.tick()
    }
    await gone()
  })
})

describe('given an album with a child', () => {
  let albumId: string
  beforeEach(async () => {
    albumId = (await publishAlbum(school, { tags: [[CHILD], [CHILD, OTHER]] })).albumId
    await passPhotos(school)
  })
  const tagsOf = async (who: string) =>
    (await school.get(who, 'album.read', { albumId })).photos.map(({ children }) => children)

  test('M12 P02 when a guardian goes the tags stay the child’s, their wish holds, and no copy has another family’s photos', async () => {
    await school.get(MOTHER, 'photo.choose', { childId: CHILD, shown: false })
    const copy = JSON.stringify(await school.get(MOTHER, 'person.export', {}))
    expect(copy).not.toContain('kept/albums/')
    await school.get(MOTHER, 'person.delete', {})
    await school.tick()
    expect(await school.ask(MOTHER, 'album.read', { albumId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await tagsOf(FATHER)).toMatchObject([[{ childId: CHILD }], [{ childId: CHILD }]])
    expect(await school.get(FATHER, 'photo.choice', { childId: CHILD })).toEqual({ shown: false })
    expect(await tagsOf(OTHER_MOTHER)).toEqual([])
  })

  test('M19 P01 a tag says how its child is called now', async () => {
    await school.get(HEAD_TEACHER, 'child.rename', { childId: CHILD, name: '王子涵', no: '1' })
    expect(await tagsOf(FATHER)).toMatchObject([[{ name: '王子涵' }], [{ name: '王子涵' }]])
  })
})
