// Decides how a document takes files: read from the caller's own folder, checked by content (docs/adr/0010).
import { createHash } from 'node:crypto'
import type { UploadPurpose } from '@class-pact/core/contract'
import { refuse, type Refusal } from '../call/results'
import { cloud } from '../cloud'
import type { KeptFile } from '../store/documents'
import { inTime } from '../wechat/in-time'
import { deleteFiles } from './delete-files'
import { readPicture, type Picture } from './picture'
import { isOwnKeptPhoto, liesIn, ownerMark, uploadFolder, UPLOADS } from './places'
import { readFiles } from './read-file'

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
}

const MB = 1024 * 1024
/** WeChat's check takes 10 MB (platform: media check); no phone's camera makes more than 108 million pixels. */
const PHOTO: Bounds = { types: ['jpg', 'png'], bytes: 10 * MB, side: [16, 12_000], area: 108_000_000 }
/** The pad writes a PNG of 50,000 pixels, some 5 KB (signature-pad). */
const INK: Bounds = { types: ['png'], bytes: MB / 4, side: [16, 2_000], area: 1_000_000 }
const BOUNDS = { photo: PHOTO, proof: PHOTO, answer: PHOTO, letter: PHOTO, signature: INK } satisfies Partial<
  Record<UploadPurpose, Bounds>
>

interface Taking {
  openid: string
  purpose: keyof typeof BOUNDS
  /** The document's own folder (`keptFolder`). */
  into: string
  /** What the input calls the file of this index. */
  field: (index: number) => string
  /** Looks at a picture before it is kept. */
  look?: (picture: Picture, index: number) => Promise<void>
}

/**
 * The same files taken for the same document give the same copies, so that a call that broke in between is repeated.
 * A copy that no document came to name has no address and no reader, and stays behind.
 * Errors: INPUT_INVALID with the field of the first file that is not the caller's, not there, named twice or not such a picture.
 */
export async function takeFiles(
  fileIds: readonly string[],
  { openid, purpose, into, field, look }: Taking,
): Promise<{ ok: true; files: KeptFile[] } | Refusal> {
  const folder = uploadFolder(openid, purpose)
  const mayTake = (fileId: string, index: number) =>
    fileIds.indexOf(fileId) === index &&
    (liesIn(folder, fileId) || (purpose === 'photo' && isOwnKeptPhoto(fileId, openid)))
  const foreign = fileIds.findIndex((fileId, index) => !mayTake(fileId, index))
  if (foreign >= 0) return refuse('INPUT_INVALID', { field: field(foreign) })

  const files: KeptFile[] = []
  for (let from = 0; from < fileIds.length; from += AT_ONCE) {
    const contents = await readFiles(fileIds.slice(from, from + AT_ONCE), BOUNDS[purpose].bytes)
    const pictures = contents.map((content) => (typeof content === 'string' ? undefined : readPicture(content)))
    const wrong = pictures.findIndex((picture) => !picture || !fits(picture, BOUNDS[purpose]))
    if (wrong >= 0) return refuse('INPUT_INVALID', { field: field(from + wrong) })
    const whole = pictures.flatMap((picture) => picture ?? [])
    for (const [index, picture] of whole.entries()) await look?.(picture, from + index)
    files.push(...(await Promise.all(whole.map((picture, index) => keep(picture, from + index, into, openid)))))
  }
  return { ok: true, files }
}

function fits({ type, width, height }: Picture, { types, side: [least, most], area }: Bounds): boolean {
  return (
    types.includes(type) &&
    Math.min(width, height) >= least &&
    Math.max(width, height) <= most &&
    width * height <= area
  )
}

async function keep(picture: Picture, index: number, into: string, openid: string): Promise<KeptFile> {
  const { type, width, height, content } = picture
  return { ...(await keepContent({ type, content, into, openid }, index)), width, height }
}

interface Keeping {
  type: KeptFile['type']
  content: Buffer
  /** The document's own folder. */
  into: string
  openid: string
}

/** Writes a file under its number, its digest and its owner's mark: the same again writes the same. */
export async function keepContent({ type, content, into, openid }: Keeping, index: number): Promise<KeptFile> {
  const digest = createHash('sha256').update(content).digest('hex')
  const name = `${index}-${digest.slice(0, DIGEST_IN_NAME)}-${ownerMark(into, openid)}.${type}`
  return {
    fileId: await putFile(`${into}${name}`, content),
    digest,
    bytes: content.length,
    type,
    owner: openid,
  }
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
