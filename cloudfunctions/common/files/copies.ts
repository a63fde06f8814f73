// Decides how a copy that no document came to name is found again: a note, under a name that the upload tells.
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../clock'
import { deriveId } from '../ids'
import { openCollection } from '../store/collection'
import { deleteFiles } from './delete-files'
import { UPLOADS } from './places'
import { readFiles } from './read-file'

/** A note, bytes: copies of a few files, as often as somebody tries. */
const NOTE_BYTES_MAX = 64 * 1024
/** By then the call that copied has ended: three lives of a function (config.json), milliseconds. */
const UNDER_WAY_MS = 60_000
/** Corrections of one notice (limits.VERSIONS_MAX), and those that came too late. */
const CORRECTIONS_MOST = 100

/** Copies made of an upload: `kept/<collection>/<document>/…`. */
interface Line {
  path: string
  at: Instant
}

/** Where the copies of an upload are noted; closed to every phone, as all that is kept. */
export function notePath(uploadPath: string): string {
  return `kept/taken/${deriveId('taken', uploadPath)}`
}

/** The file id of the note that leads from an upload to its copies. */
export function noteOf(fileId: string): string {
  const at = fileId.indexOf(`/${UPLOADS}`) + 1
  return `${fileId.slice(0, at)}${notePath(fileId.slice(at))}`
}

/** The note as it is written before the copies are: what earlier tries have left stays in it. */
export function addCopies(note: Buffer | string | undefined, paths: readonly string[]): Buffer {
  const at = readClock()
  return Buffer.from(JSON.stringify([...readNote(note), ...paths.map((path): Line => ({ path, at }))]))
}

function readNote(note: Buffer | string | undefined): Line[] {
  return Buffer.isBuffer(note) ? (JSON.parse(note.toString()) as Line[]) : []
}

/**
 * Deletes the copies of these uploads that their documents do not name, whatever broke before they did.
 * @returns the uploads whose copies may be under way at this moment: they are looked at later
 */
export async function sweepCopies(uploadPaths: readonly string[], bucket: string): Promise<string[]> {
  const notes = await readFiles(
    uploadPaths.map((path) => `${bucket}${notePath(path)}`),
    NOTE_BYTES_MAX,
  )
  const young: string[] = []
  for (const [index, note] of notes.entries()) {
    const lines = readNote(note)
    const upload = uploadPaths[index] ?? ''
    if (lines.some(({ at }) => at > readClock() - UNDER_WAY_MS)) young.push(upload)
    else if (lines.length > 0) await deleteUnnamed([...new Set(lines.map(({ path }) => path))], bucket)
  }
  return young
}

async function deleteUnnamed(paths: readonly string[], bucket: string): Promise<void> {
  const unnamed: string[] = []
  for (const path of paths) if (!(await isNamed(path))) unnamed.push(path)
  await deleteFiles(unnamed.map((path) => `${bucket}${path}`))
}

/** By the document in whose folder it lies; a correction's photos lie in the folder of the notice that it corrects. */
async function isNamed(path: string): Promise<boolean> {
  const [, collection = '', id = ''] = path.split('/')
  const corrected = collection === 'notices' ? [{ 'amends.noticeId': id }] : []
  const found = await openCollection(collection).list<object>(
    { $or: [{ _id: id }, ...corrected] },
    { limit: CORRECTIONS_MOST, fields: { trail: 0 } },
  )
  return found.some((document) => JSON.stringify(document).includes(path))
}
