// Decides how a school's documents are taken: page by page, in parts behind which the next run goes on.
import { say } from '../say.mjs'
import { followChain } from './audit-chain.mjs'
import { linesUnder, pagesOf, readLine } from './documents.mjs'
import { keepManifest } from './manifest.mjs'
import { linesOf, openPart } from './parts.mjs'
import { AUDIT, ofSchool, ORDER, orderOf, ownPart, PEOPLE, placesIn, SCHOOL } from './whose.mjs'

/** What an interrupted run has to do again, at most. */
const PART_BYTES = 16 * 1024 * 1024
/** People asked for in one call. */
const PEOPLE_AT_ONCE = 100

/** @param backup `{ folder, manifest, keys }` */
export async function takeDocuments(cloud, backup, prefix) {
  const toLine = linesUnder(prefix, backup.manifest.files)
  for (const name of ORDER) {
    if (backup.manifest.collections[name]) continue
    const pages = name === PEOPLE ? peopleOf(cloud, backup) : await restOf(cloud, backup, name)
    await takeCollection(backup, name, pages, toLine)
    say(`${name}: ${backup.manifest.collections[name].count}`)
  }
}

/** What no part holds yet. */
async function restOf(cloud, { folder, manifest, keys }, name) {
  const [by, { name: part } = {}] = [orderOf(name), partsOf(manifest, name).at(-1)]
  let last
  if (part) for await (const line of linesOf(folder, part, keys)) last = line
  return pagesOf(cloud, name, ofSchool(name, manifest.school), { by, after: last && readLine(last)[by] })
}

async function takeCollection({ folder, manifest, keys }, name, pages, toLine) {
  let part
  const close = async () => {
    if (part) manifest.parts.push({ ...(await part.close()), collection: name })
    part = undefined
  }
  for await (const page of pages) {
    part ??= await openPart(folder, `${name}-${partsOf(manifest, name).length + 1}.ndjson`, keys)
    await part.write(Buffer.from(page.map((document) => `${toLine(name, document)}\n`).join('')))
    part.count += page.length
    if (part.plain < PART_BYTES) continue
    await close()
    await keepManifest(folder, manifest, keys)
    say(`${name}: ${countOf(manifest, name)} …`)
  }
  await close()
  manifest.collections[name] = { count: countOf(manifest, name) }
  await keepManifest(folder, manifest, keys)
}

/** Found by what is taken already, which says who has a place. */
async function* peopleOf(cloud, backup) {
  const classIds = new Set()
  const openids = new Set()
  for await (const [name, line] of linesIn(backup)) {
    const document = readLine(line)
    if (name === 'classes') classIds.add(document._id)
    for (const openid of placesIn(name, document)) openids.add(openid)
  }
  // A part that was begun is begun again: which of them it held does not matter.
  const taken = new Set()
  for (const { name } of partsOf(backup.manifest, PEOPLE))
    for await (const line of linesOf(backup.folder, name, backup.keys)) taken.add(readLine(line)._id)
  const all = [...openids].filter((openid) => !taken.has(openid)).sort()
  for (let at = 0; at < all.length; at += PEOPLE_AT_ONCE) {
    const found = await cloud.some(PEOPLE, cloud.among(all.slice(at, at + PEOPLE_AT_ONCE)), PEOPLE_AT_ONCE)
    if (found.length > 0) yield found.map((person) => ownPart(person, classIds))
  }
}

/** Every line of a backup with its collection, or of some of them. */
export async function* linesIn({ folder, manifest, keys }, names = ORDER) {
  for (const { name, collection } of manifest.parts) {
    if (!names.includes(collection)) continue
    for await (const line of linesOf(folder, name, keys)) yield [collection, line]
  }
}

export const partsOf = (manifest, name) => manifest.parts.filter(({ collection }) => collection === name)

const countOf = (manifest, name) => partsOf(manifest, name).reduce((sum, { count }) => sum + count, 0)

/** The number of the first row of the audit that does not continue the one before; undefined: it is unbroken. */
export async function findBreak(backup) {
  const follows = followChain()
  for await (const [, line] of linesIn(backup, [AUDIT])) {
    const row = readLine(line)
    if (!follows(row)) return row.seq
  }
  return undefined
}

/** Collections that are no longer as many as were taken: the school was in use meanwhile. */
export async function findChanged(cloud, { manifest }) {
  const changed = []
  for (const name of ORDER) {
    if (name === SCHOOL || name === PEOPLE) continue
    if ((await cloud.count(name, ofSchool(name, manifest.school))) !== manifest.collections[name].count)
      changed.push(name)
  }
  return changed
}
