// Decides how the files that a school's documents name are taken: in parts, some at a time, in an order that stays.
import { createHash } from 'node:crypto'
import { say } from '../say.mjs'
import { filesIn } from './documents.mjs'
import { keepManifest } from './manifest.mjs'
import { filesOf, openPart, packEntry } from './parts.mjs'
import { linesIn } from './take-documents.mjs'

/** What an interrupted run has to do again, at most, and one file more. */
const PART_BYTES = 32 * 1024 * 1024
/** Held at a time: a file of the product has 10 MB at most. */
const AT_ONCE = 4
const LINK_S = 600

/** The paths of all files that the documents of a backup name. */
async function pathsIn(backup) {
  const find = filesIn(backup.manifest.files)
  const paths = new Set()
  for await (const [, line] of linesIn(backup)) for (const path of find(line)) paths.add(path)
  return [...paths].sort()
}

/** @returns the paths that documents name and the storage does not have */
export async function takeFiles(cloud, backup, prefix) {
  const { folder, manifest, keys } = backup
  const paths = await pathsIn(backup)
  const parts = () => manifest.parts.filter(({ files }) => files)
  let done = parts().reduce((sum, { count }) => sum + count, 0)
  while (done < paths.length) {
    const part = await openPart(folder, `files-${parts().length + 1}.pack`, keys)
    while (part.plain < PART_BYTES && done < paths.length) {
      const some = paths.slice(done, done + AT_ONCE)
      for (const entry of await readSome(cloud, some, prefix)) await part.write(packEntry(entry.said, entry.content))
      part.count += some.length
      done += some.length
    }
    manifest.parts.push({ ...(await part.close()), files: true })
    await keepManifest(folder, manifest, keys)
    say(`files: ${done} of ${paths.length}`)
  }
  return listMissing(backup)
}

async function readSome(cloud, paths, prefix) {
  const links = await cloud.links(
    paths.map((path) => `${prefix}${path}`),
    LINK_S,
  )
  return Promise.all(
    paths.map(async (path, index) => {
      if (!links[index]) return { said: { path, bytes: 0, missing: true }, content: Buffer.alloc(0) }
      const content = await cloud.download(links[index])
      return { said: { path, bytes: content.length, sha256: sumOf(content) }, content }
    }),
  )
}

export const sumOf = (content) => createHash('sha256').update(content).digest('hex')

async function listMissing({ folder, manifest, keys }) {
  const missing = []
  for (const { name, files } of manifest.parts) {
    if (!files) continue
    for await (const entry of filesOf(folder, name, keys)) if (entry.missing) missing.push(entry.path)
  }
  return missing
}
