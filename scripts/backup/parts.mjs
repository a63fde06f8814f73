// Decides how one part of a backup is written and read: whole or not at all, readable by its owner, with its sum.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { decrypt, encrypt } from './seal.mjs'

/** Only whoever made the backup reads it. */
export const OWNER_ONLY = 0o600

/**
 * Begins a part; it has its name when it is closed.
 * @param keys of `deriveKeys`; undefined: it is left open
 */
export async function openPart(folder, name, keys) {
  const path = join(folder, name)
  // What an interrupted run has left may be anything.
  await rm(`${path}.part`, { force: true })
  const file = await open(`${path}.part`, 'wx', OWNER_ONLY)
  const sum = createHash('sha256')
  const cipher = keys && encrypt(keys, name)
  const part = { plain: 0, count: 0 }
  const put = async (bytes) => {
    if (bytes.length === 0) return
    sum.update(bytes)
    await file.appendFile(bytes)
  }
  if (cipher) await put(cipher.head)
  return Object.assign(part, {
    async write(bytes) {
      part.plain += bytes.length
      await put(cipher ? cipher.update(bytes) : bytes)
    },
    /** What the manifest says of it. */
    async close() {
      if (cipher) await put(cipher.end())
      await file.sync()
      const { size } = await file.stat()
      await file.close()
      await rename(`${path}.part`, path)
      return { name, count: part.count, bytes: size, sha256: sum.digest('hex') }
    },
  })
}

/** What a part holds, piece by piece. */
function readPart(folder, name, keys) {
  const path = join(folder, name)
  return keys ? decrypt(keys, name, path) : createReadStream(path)
}

/** The sum of a part as it lies there; undefined: there is none. */
export async function sumPart(folder, name) {
  const sum = createHash('sha256')
  try {
    for await (const bytes of createReadStream(join(folder, name))) sum.update(bytes)
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
  return sum.digest('hex')
}

/** Lines of a part, without their ends. */
export async function* linesOf(folder, name, keys) {
  let rest = []
  for await (const bytes of readPart(folder, name, keys)) {
    let from = 0
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield Buffer.concat([...rest, bytes.subarray(from, end)]).toString()
      rest = []
      from = end + 1
    }
    if (from < bytes.length) rest.push(Buffer.from(bytes.subarray(from)))
  }
}

/** A file in a part of files: a line that says what it is, then its bytes. */
export const packEntry = (entry, content) => Buffer.concat([Buffer.from(`${JSON.stringify(entry)}\n`), content])

/** Files of a part, one at a time: what it is, and its bytes. */
export async function* filesOf(folder, name, keys) {
  let held = Buffer.alloc(0)
  let entry
  for await (const bytes of readPart(folder, name, keys)) {
    held = held.length > 0 ? Buffer.concat([held, bytes]) : Buffer.from(bytes)
    for (;;) {
      if (!entry) {
        const end = held.indexOf(0x0a)
        if (end < 0) break
        entry = JSON.parse(held.subarray(0, end).toString())
        held = held.subarray(end + 1)
      }
      if (held.length < entry.bytes) break
      yield { ...entry, content: held.subarray(0, entry.bytes) }
      held = held.subarray(entry.bytes)
      entry = undefined
    }
  }
}
