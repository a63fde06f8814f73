// Decides how a test makes an album: photos that can be looked at, uploaded as a teacher's phone does.
import { encode } from 'jpeg-js'
import type { Input, Output } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, childId, type GivenSchool } from '../given-school'
import { uploadAs } from '../uploads'

let shades = 0

/** A real JPEG, each time another. */
export function aPhoto(width = 64, height = 48): Buffer {
  const shade = ++shades % 200
  const data = Buffer.alloc(width * height * 4)
  for (let at = 0; at < data.length; at += 4)
    data.set([shade, (at / 4) % width, Math.floor(at / 4 / width) % 256, 255], at)
  return encode({ width, height, data }, 80).data
}

export const C0 = childId(CLASS, 0)
export const C1 = childId(CLASS, 1)
export const C2 = childId(CLASS, 2)
export const C3 = childId(CLASS, 3)

export const uploadPhoto = (school: GivenSchool, who = HEAD_TEACHER, content = aPhoto()): Promise<string> =>
  uploadAs(school, who, 'album', content)

interface Wanted extends Partial<Omit<Input<'album.publish'>, 'photos'>> {
  /** Who is in each photo. */
  tags?: string[][]
}

/** What a phone asks for, with its photos in place. */
export async function anAlbum(
  school: GivenSchool,
  { tags = [[C0, C1, C2, C3]], ...more }: Wanted = {},
  who = HEAD_TEACHER,
): Promise<Input<'album.publish'>> {
  const photos = []
  for (const children of tags) photos.push({ fileId: await uploadPhoto(school, who), children })
  return { classId: CLASS, title: '三班秋游' as never, photos, whole: false, absent: [], sure: true, ...more }
}

export async function publishAlbum(
  school: GivenSchool,
  wanted: Wanted = {},
  who = HEAD_TEACHER,
): Promise<Output<'album.publish'>> {
  return school.get(who, 'album.publish', await anAlbum(school, wanted, who))
}

/** WeChat says what it says of every photo, then the clock brings the albums on. */
export const passPhotos = (school: GivenSchool): Promise<void> => school.tick()
