// Proves how albums read on the phone: who is told of which child, who is missing, who is seldom seen (P01–P03, P06).
import type { Album, AlbumPhoto, AlbumPrepared, AlbumRow, Identity } from '@class-pact/core/contract'
import { presentAlbum } from '../../../miniprogram/packages/album/album/present'
import { presentAlbums } from '../../../miniprogram/packages/album/list/present'
import { presentFairness, saySeldom } from '../../../miniprogram/packages/album/post/fairness'
import {
  countWith,
  keepAbsent,
  listMissing,
  presentKids,
  presentPhotos,
  toggleAll,
  toggleTag,
} from '../../../miniprogram/packages/album/post/tagging'
import { presentFamilyClass, presentStaffClass } from '../../../miniprogram/pages/class/present'
import { presentError } from '../../../miniprogram/services/sentences'

const NOW = Date.parse('2026-09-21T16:00:00+08:00')
const at = Date.parse('2026-09-21T15:00:00+08:00')

const LI_LEI = { childId: 'c16', name: '李雷' }
const ZHANG = { childId: 'c23', name: '张小明' }
const WANG_FANG = { childId: 'c30', name: '王芳' }

const photo = (patch: Partial<AlbumPhoto> = {}): AlbumPhoto => ({
  ...{ photoId: 'p1', url: 'https://x/p1', thumb: 'https://x/p1s', width: 1600, height: 1200 },
  ...{ children: [LI_LEI, ZHANG], state: 'pass' },
  ...patch,
})
const album = (patch: Partial<Album> = {}): Album => ({
  ...{
    albumId: 'a',
    classId: 'k',
    className: '三(2)班',
    title: '秋季运动会',
    by: '语文王老师',
    at,
    state: 'published',
  },
  ...{ whole: true, absent: [WANG_FANG], photos: [photo()], reasons: [], isMine: false },
  ...{ mayDownload: false, mayRemove: false, cites: [] },
  ...patch,
})
const FAMILY = { isStaff: false, isLeader: false }
const TEACHER = { isStaff: true, isLeader: false }
const LEADER = { isStaff: true, isLeader: true }

describe('a list of albums', () => {
  const row = (patch: Partial<AlbumRow> = {}): AlbumRow => ({
    ...{ albumId: 'a', title: '秋季运动会', by: '语文王老师', at, state: 'published', photos: 6, cover: 'https://x/c' },
    ...patch,
  })

  test('P06 an album that is out says by whom, when and how many photos; one that waits says so in a word', () => {
    expect(presentAlbums([row(), row({ state: 'checking', cover: '' })], NOW)).toMatchObject([
      { state: '', sub: '语文王老师，今天15:00，6张', label: '秋季运动会，语文王老师，今天15:00，6张' },
      { state: '检查中', cover: '', label: '秋季运动会，检查中，语文王老师，今天15:00，6张' },
    ])
  })
})

describe('one album', () => {
  test('P03 a family hears of their own child alone, not of tags, states or who was absent', () => {
    const own = presentAlbum(album({ photos: [photo({ children: [ZHANG] }), photo({ children: [] })] }), NOW, FAMILY)
    expect(own.photos.map(({ names, state }) => [names, state])).toEqual([
      ['有张小明', ''],
      ['', ''],
    ])
    expect(own.photos.map(({ label }) => label)).toEqual(['第1张照片，共2张，有张小明', '第2张照片，共2张'])
    expect(JSON.stringify(own)).not.toMatch(/李雷|王芳/)
  })

  test('P02 staff read every name, what is missing, and why a photo is not seen', () => {
    const photos = [photo(), photo({ children: [] }), photo({ state: 'doubted' }), photo({ state: 'hidden', url: '' })]
    const seen = presentAlbum(album({ photos, mayDownload: true }), NOW, TEACHER)
    expect(seen.photos.map(({ names, state }) => [names, state])).toEqual([
      ['李雷、张小明', ''],
      ['没有标记孩子', ''],
      ['李雷、张小明', '请人工看中'],
      ['李雷、张小明', '已隐藏，有家长选了不出镜'],
    ])
    expect(seen.photos.map(({ maySave }) => maySave)).toEqual([true, true, true, false])
    expect(seen.absent).toBe('缺席：王芳')
  })

  test('P06 where the school does not allow it, no photo can be saved; else a family saves those with their child', () => {
    expect(presentAlbum(album(), NOW, FAMILY).photos[0]?.maySave).toBe(false)
    const photos = [photo({ children: [ZHANG] }), photo({ children: [] })]
    const saves = presentAlbum(album({ mayDownload: true, photos }), NOW, FAMILY).photos.map(({ maySave }) => maySave)
    expect(saves).toEqual([true, false])
  })

  test('C04 an album says what comes of it while its photos are looked at', () => {
    const says = (state: Album['state']) => presentAlbum(album({ state }), NOW, TEACHER).state
    expect(says('checking')).toBe('照片检查中，通过后自动出现')
    expect(says('held')).toBe('校长室在看，看过后自动出现')
    expect(says('published')).toBe('')
  })

  test('G01 leaders decide on what is held, and not on their own', () => {
    const decides = (patch: Partial<Album>, reader = LEADER) => presentAlbum(album(patch), NOW, reader).decides
    expect(decides({ state: 'held' })).toBe(true)
    expect(decides({ state: 'held', isMine: true })).toBe(false)
    expect(decides({ state: 'published' })).toBe(false)
    expect(decides({ state: 'held' }, TEACHER)).toBe(false)
  })

  test('a photo keeps its shape before it has come, and a panorama does not take the page', () => {
    const ratio = (width: number, height: number) =>
      presentAlbum(album({ photos: [photo({ width, height })] }), NOW, FAMILY).photos[0]?.ratio
    expect([ratio(1600, 1200), ratio(0, 0), ratio(100, 900)]).toEqual([75, 75, 200])
  })
})

const CHILDREN: AlbumPrepared['children'] = [
  { ...LI_LEI, no: '16', count: 2 },
  { ...ZHANG, no: '23', count: 6 },
  { ...WANG_FANG, no: '30', count: 7, noPhotos: true },
]

describe('an album that is being made', () => {
  const drafts = [
    { path: 'one', thumb: 'one-small', children: ['c23'] },
    { path: 'two', thumb: 'two-small', children: [] },
  ]

  test('P02 whoever is in no photo is missing, in roll order; who wants no photos is not looked for', () => {
    expect(listMissing(CHILDREN, drafts, [])).toEqual([{ ...LI_LEI, no: '16', absent: false }])
    expect(listMissing(CHILDREN, drafts, ['c16'])).toEqual([{ ...LI_LEI, no: '16', absent: true }])
    expect(listMissing(CHILDREN, [{ path: 'one', thumb: 'one-small', children: ['c16', 'c23'] }], [])).toEqual([])
  })

  test('P02 a child who is tagged after all was not absent', () => {
    expect(keepAbsent(['c16', 'c23'], drafts)).toEqual(['c16'])
  })

  test('P02 several children are tagged one after another, again takes a tag off, 不出镜 children get none', () => {
    const kid = (childId: string, tagged: string[] = []) => {
      const found = presentKids(CHILDREN, tagged).find((each) => each.childId === childId)
      if (!found) throw new Error(`no child ${childId}`)
      return found
    }
    const both = toggleTag(toggleTag(drafts, 'two', kid('c16')), 'two', kid('c23'))
    expect(presentPhotos(both).map(({ word }) => word)).toEqual(['已标1人', '已标2人'])
    expect(presentPhotos(toggleTag(both, 'one', kid('c23', ['c23']))).map(({ word }) => word)).toEqual([
      '没有标记',
      '已标2人',
    ])
    expect(toggleTag(drafts, 'two', kid('c30'))).toEqual(drafts)
    expect(kid('c30').label).toBe('王芳，家长选了不出镜，不能标记')
  })

  test('P02 a picture of everybody takes one tap, and leaves out who wants no photos', () => {
    const all = toggleAll(drafts, 'two', CHILDREN)
    expect(all.map(({ children }) => children)).toEqual([['c23'], ['c16', 'c23']])
    expect(toggleAll(all, 'two', CHILDREN).map(({ children }) => children)).toEqual([['c23'], []])
  })

  test('P01 Ch6 stands in roll order with the median as a line; who is seldom seen is amber and said first', () => {
    const { plot, axis, text } = presentFairness(CHILDREN, 6, ['c16'])
    expect(plot.columns.map(({ label, now }) => [label, now])).toEqual([
      ['李雷2次', true],
      ['张小明6次', false],
      ['王芳7次', false],
    ])
    expect(plot.mark).toEqual({ text: '中位数6次', percent: 85.71 })
    expect(axis).toEqual(['16号', '23号', '30号'])
    expect(text).toEqual(['李雷2次，中位数6次', '李雷2次、张小明6次、王芳7次'])
    expect(presentFairness(CHILDREN, 6, []).text[0]).toBe('中位数6次')
    expect(saySeldom(CHILDREN.slice(0, 2), 6)).toBe('李雷2次、张小明6次（中位数6次）')
  })

  test('P01 this album counts: one for each photo with the child', () => {
    const photos = [...drafts, { path: 'three', thumb: 'three-small', children: ['c23', 'c16'] }]
    expect(countWith(CHILDREN, photos).map(({ count }) => count)).toEqual([3, 8, 7])
  })
})

describe('what is said of albums', () => {
  const say = (error: Parameters<typeof presentError>[0]) => presentError(error, { now: NOW, isStaff: true })

  test('P02 the number that is missing, and the way to tag them', () => {
    const { sentence, ways } = say({ code: 'CHILDREN_UNTAGGED', facts: { count: 3 } })
    expect(sentence).toBe('全班相册还缺3个孩子。')
    expect(ways).toEqual([{ code: 'tag_children', label: '去标记' }])
  })

  test('C04 which photo is too large, and that the album has changed', () => {
    expect(say({ code: 'PHOTO_LARGE', facts: { count: 2 } }).sentence).toBe('第2张照片超过1MB，请您换一张。')
    expect(say({ code: 'ALBUM_STATE' }).sentence).toBe('这本相册刚刚有了变动，请再看一遍。')
  })

  test('P06 the class page has the door to albums for families and whoever teaches there', () => {
    const identity = (role: Identity['role']): Identity =>
      ({ key: 'k', role, classId: 'k', className: '三(2)班', childId: 'c23', schoolId: 's' }) as Identity
    const urls = [
      presentFamilyClass(identity('guardian'), []),
      presentStaffClass(identity('teacher')),
      presentStaffClass(identity('head_teacher')),
      presentStaffClass(identity('stand_in')),
    ].map(({ doors }) => doors.find(({ text }) => text === '相册')?.url)
    expect(urls).toEqual([
      '/packages/album/list/list?childId=c23',
      '/packages/album/list/list?classId=k',
      '/packages/album/list/list?classId=k',
      undefined,
    ])
  })
})
