// Decides the albums of the demo: two of 三（2）班, in which two children are seldom, so that fairness speaks (P01).
import { createHash } from 'node:crypto'
import { beijingDay } from '@class-pact/core/calendar'
import type { CheckedWords, Instant } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import type { AlbumDoc, AlbumFile, ChildDoc } from './documents'
import { WANG } from './class-plans'
import { openTrail, type Families } from './families'
import { drawPicture, type Picture } from './pictures'
import { past, schoolDayBefore } from './school-time'

/** A file that lies in the cloud before anybody has put it there. */
export interface DemoFile {
  path: string
  type: 'image/png'
  content: Buffer
}
/** How the cloud that the demo is laid down in names a file. */
export type NameFile = (path: string) => string

interface Plan {
  id: string
  title: string
  daysAgo: number
  at: string
  photos: number
}
const PLANS: readonly Plan[] = [
  { id: 'kites', title: '放风筝', daysAgo: 3, at: '16:20', photos: 4 },
  { id: 'sports', title: '操场上的体育课', daysAgo: 1, at: '15:40', photos: 6 },
]
/** Of ten photos most children are in six, these in two. */
const SELDOM = ['李雷', '韩梅梅']
const [OFTEN_IN, SELDOM_IN] = [6, 2]
const TURNS = 10
const CHECK_MS = 1_800_000

const drawn: ReturnType<typeof drawPicture>[] = []
/** The same pictures for every demo of a process. */
const pictureOf = (number: number) => (drawn[number] ??= drawPicture(number))

export function postAlbums(
  families: Families,
  now: Instant,
  nameFile: NameFile,
): { albums: AlbumDoc[]; files: DemoFile[] } {
  const files: DemoFile[] = []
  const keep = (path: string, { png, width, height }: Picture): AlbumFile => {
    files.push({ path, type: 'image/png', content: png })
    const digest = createHash('sha256').update(png).digest('hex')
    return { fileId: nameFile(path), digest, bytes: png.length, type: 'png', width, height }
  }
  let first = 0
  const albums = PLANS.map((plan) => {
    const album = postAlbum(plan, families, now, first, keep)
    first += plan.photos
    return album
  })
  return { albums, files }
}

function postAlbum(
  { id, title, daysAgo, at, photos: count }: Plan,
  { classes, children, pact, school }: Families,
  now: Instant,
  first: number,
  keep: (path: string, picture: Picture) => AlbumFile,
): AlbumDoc {
  const _id = `demo-album-${id}`
  const [itsClass] = classes
  const own = children.filter(({ classId }) => classId === itsClass?._id)
  const createdAt = past(now, schoolDayBefore(now, daysAgo), at)
  const publishedAt = Math.min(createdAt + 60_000, now - 1_000)
  const photos = Array.from({ length: count }, (_, index) => {
    const { photo, thumb } = pictureOf(first + index)
    const photoId = `${_id}-${index + 1}`
    return {
      photoId,
      file: keep(`kept/albums/${_id}/${photoId}.png`, photo),
      thumb: keep(`kept/albums/${_id}/${photoId}-small.png`, thumb),
      ...{ width: photo.width, height: photo.height },
      children: own.filter((child, place) => isIn(child, place, first + index)).map((child) => child._id),
    }
  })
  return {
    _id,
    schoolId: school._id,
    ...{ classId: itsClass?._id ?? '', className: itsClass?.name ?? '' },
    by: { openid: WANG.openid, card: composeStaffCard(WANG, 'head_teacher', school.kind), role: 'head_teacher' },
    title: title as CheckedWords,
    whole: false,
    absent: [],
    photos,
    media: photos.map(({ file: { fileId } }) => ({ fileId, traceId: '', suggest: 'pass' })),
    childIds: [...new Set(photos.flatMap((photo) => photo.children))],
    state: 'published',
    reasons: [],
    check: { suggest: 'pass', traceIds: [] },
    pactVersion: pact.version,
    createdAt,
    checkUntil: createdAt + CHECK_MS,
    publishedAt,
    publishedOn: beijingDay(publishedAt),
    ...{ dropping: [], cuts: 0, updatedAt: publishedAt, callDigest: id },
    ...openTrail({ id: _id, at: createdAt, by: WANG.openid, role: 'head_teacher', action: 'album.publish' }),
  }
}

/** Turn by turn, so that everybody is in as many. */
const isIn = ({ name }: ChildDoc, place: number, number: number) =>
  (place * 7 + number * 3) % TURNS < (SELDOM.includes(name) ? SELDOM_IN : OFTEN_IN)
