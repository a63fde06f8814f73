// Decides how a document takes files: read from the caller's own folder, checked by content (docs/adr/0010).
import { createHash } from 'node:crypto'
import { limits, type ErrorCode, type UploadPurpose } from '@class-pact/core/contract'
import { refuse, type Refusal } from '../call/results'
import { cloud } from '../cloud'
import type { KeptFile } from '../store/documents'
import { inTime } from '../wechat/in-time'
import { addCopies, noteOf } from './copies'
import { deleteFiles } from './delete-files'
import { readPicture, type Picture } from './picture'
import { isOwnKeptPhoto, liesIn, ownerMark, uploadFolder, UPLOADS } from './places'
import { readFiles } from './read-file'
import { stripPicture } from './strip-picture'

/** Read and held at a time: three of the largest fit into a function's memory (config.json: 256 MB). */
const AT_ONCE = 3
const WRITE_MS = 8_000
/** Hexadecimal digits of the digest in the name. */
const DIGEST_IN_NAME = 32

interface Bounds {
  types: readonly Picture['type'][]
  bytes: number
  /** Of a side, and of the whole, pixels. */
  side: [least: number, most: number]
  area: number
  /** What is said of a picture that is larger. */
  large?: ErrorCode
}

const MB = 1024 * 1024
/** WeChat's check takes 10 MB (platform: media check); no phone's camera makes more than 108 million pixels. */
const PHOTO: Bounds = { types: ['jpg', 'png'], bytes: 10 * MB, side: [16, 12_000], area: 108_000_000 }
/** The pad writes a PNG of 50,000 pixels, some 5 KB (signature-pad). */
const INK: Bounds = { types: ['png'], bytes: MB / 4, side: [16, 2_000], area: 1_000_000 }
/** Made small by the phone; five million pixels are unpacked for the thumbnail. */
const ALBUM: Bounds = {
  ...{ types: ['jpg', 'png'], bytes: limits.ALBUM_PHOTO_BYTES_MAX, side: [16, 12_000], area: 5_000_000 },
  large: 'PHOTO_LARGE',
}
const BOUNDS = {
  photo: PHOTO,
  proof: PHOTO,
  answer: PHOTO,
  letter: PHOTO,
  signature: INK,
  album: ALBUM,
} satisfies Partial<Record<UploadPurpose, Bounds>>

interface Taking {
  openid: string
  purpose: keyof typeof BOUNDS
  /** The document's own folder (`keptFolder`). */
  into: string
  /** What the input calls the file of this index. */
  field: (index: number) => string
  /** Looks at a picture before it is kept. */
  look?: (picture: Picture, index: number) => Promise<void>
  /** What is kept of it: its pixels, and not where and with what it was taken; undefined: it is no picture after all. */
  turn?: (picture: Picture, index: number) => Picture | undefined
  /** What is kept beside it, in `small/`. */
  small?: (index: number) => Picture | undefined
}

/**
 * The same files taken for the same document give the same copies, so that a call that broke in between is repeated.
 * A copy that no document came to name has no address and no reader, and is swept with its upload (copies.ts).
 * Errors: INPUT_INVALID with the field of the first file that is not the caller's, not there, named twice or not such a picture.
 */
export async function takeFiles(
  fileIds: readonly string[],
  { openid, purpose, into, field, look, turn = stripPicture, small }: Taking,
): Promise<{ ok: true; files: KeptFile[]; small: KeptFile[] } | Refusal> {
  const folder = uploadFolder(openid, purpose)
  const mayTake = (fileId: string, index: number) =>
    fileIds.indexOf(fileId) === index &&
    (liesIn(folder, fileId) || (purpose === 'photo' && isOwnKeptPhoto(fileId, openid)))
  const foreign = fileIds.findIndex((fileId, index) => !mayTake(fileId, index))
  if (foreign >= 0) return refuse('INPUT_INVALID', { field: field(foreign) })

  const [files, beside]: [KeptFile[], KeptFile[]] = [[], []]
  for (let from = 0; from < fileIds.length; from += AT_ONCE) {
    const batch = fileIds.slice(from, from + AT_ONCE)
    // What is kept already and goes out again has no upload.
    const notes = batch
      .filter((fileId) => liesIn(folder, fileId))
      .slice(0, 1)
      .map(noteOf)
    const read = await readFiles([...batch, ...notes], BOUNDS[purpose].bytes)
    const [contents, [note]] = [read.slice(0, batch.length), read.slice(batch.length)]
    const pictures = contents.map((content) => (typeof content === 'string' ? undefined : readPicture(content)))
    const misfit = pictures.map((picture, index) => misfitOf(picture ?? contents[index], BOUNDS[purpose]))
    const wrong = misfit.findIndex((code) => code !== undefined)
    if (wrong >= 0) return refuse(misfit[wrong] ?? 'INPUT_INVALID', { field: field(from + wrong) })
    const kept = pictures.map((picture, index) => picture && turn(picture, from + index))
    const empty = kept.indexOf(undefined)
    if (empty >= 0) return refuse('INPUT_INVALID', { field: field(from + empty) })
    const whole = kept.flatMap((picture) => picture ?? [])
    for (const [index, picture] of whole.entries()) await look?.(picture, from + index)
    const large = whole.map((picture, index) => ({ picture, index: from + index, into, openid }))
    const little = large.flatMap(({ index }) => {
      const picture = small?.(index)
      return picture ? [{ picture, index, into: `${into}small/`, openid }] : []
    })
    // Named before they are there: what a crash leaves behind is swept.
    await noteCopies(notes, note, [...large, ...little].map(pathOf))
    files.push(...(await Promise.all(large.map(keep))))
    beside.push(...(await Promise.all(little.map(keep))))
  }
  return { ok: true, files, small: beside }
}

/** Why it is not taken. */
function misfitOf(
  read: Picture | Buffer | string | undefined,
  { types, side: [least, most], area, large = 'INPUT_INVALID' }: Bounds,
): ErrorCode | undefined {
  if (read === 'too_large') return large
  if (read === undefined || typeof read === 'string' || Buffer.isBuffer(read)) return 'INPUT_INVALID'
  const { type, width, height } = read
  if (!types.includes(type) || Math.min(width, height) < least) return 'INPUT_INVALID'
  return Math.max(width, height) > most || width * height > area ? large : undefined
}

interface Keeping {
  picture: Pick<Picture, 'type' | 'content'> | { type: 'pdf'; content: Buffer }
  index: number
  /** The document's own folder. */
  into: string
  openid: string
}

const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** A file lies under its number, its digest and its owner's mark: the same again writes the same. */
export function pathOf({ picture: { type, content }, index, into, openid }: Keeping): string {
  return `${into}${index}-${digestOf(content).slice(0, DIGEST_IN_NAME)}-${ownerMark(into, openid)}.${type}`
}

/** Writes a file; of a picture its size stays known. */
export async function keep(keeping: Keeping): Promise<KeptFile> {
  const { picture, openid } = keeping
  const { type, content } = picture
  const size = isSized(picture) && { width: picture.width, height: picture.height }
  const fileId = await putFile(pathOf(keeping), content)
  return { fileId, digest: digestOf(content), bytes: content.length, type, owner: openid, ...size }
}

const isSized = (picture: object): picture is Picture => 'width' in picture

/** Writes down which copies are made of the upload of the note, before they are. */
export async function noteCopies(
  [noteId]: readonly string[],
  note: Buffer | string | undefined,
  paths: readonly string[],
): Promise<void> {
  if (noteId !== undefined) await putFile(noteId.replace(/^cloud:\/\/[^/]+\//, ''), addCopies(note, paths))
}

/** The same bytes in another document's folder: evidence does not go when the notice goes. @throws if one is gone or is not what was kept */
export async function copyFiles(files: readonly KeptFile[], into: string): Promise<KeptFile[]> {
  const copies: KeptFile[] = []
  for (const [index, file] of files.entries()) {
    const [content] = await readFiles([file.fileId], file.bytes)
    if (!Buffer.isBuffer(content) || createHash('sha256').update(content).digest('hex') !== file.digest) {
      throw new Error('a kept file is gone or changed')
    }
    const name = `${index}-${file.digest.slice(0, DIGEST_IN_NAME)}-${ownerMark(into, file.owner)}.${file.type}`
    copies.push({ ...file, fileId: await putFile(`${into}${name}`, content) })
  }
  return copies
}

async function putFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = (await inTime(Promise.resolve(cloud.uploadFile({ cloudPath, fileContent })), WRITE_MS)) as {
    fileID: string
  }
  return fileID
}

/** What was uploaded has been taken. What cannot be deleted now is swept with the day's rest. */
export async function discardUploads(fileIds: readonly string[]): Promise<void> {
  await dropFiles(fileIds.filter((fileId) => fileId.includes(`/${UPLOADS}`)))
}

/** Deletes if the storage answers; nobody waits for it. */
export async function dropFiles(fileIds: readonly string[]): Promise<void> {
  await deleteFiles(fileIds).catch(() => undefined)
}
