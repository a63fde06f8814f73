// Decides how documents come back: asleep, compared, and woken when the school is whole (docs/adr/0033).
import { say, Stop } from '../say.mjs'
import { linesUnder, pagesOf, readLine, renameFiles } from './documents.mjs'
import { linesIn, partsOf } from './take-documents.mjs'
import { ofSchool, ORDER, orderOf, PEOPLE, SCHOOL } from './whose.mjs'

/** Of one call (CloudBase: a request writes up to 5 MB). */
const [AT_ONCE, BYTES_AT_ONCE] = [100, 1024 * 1024]
/** A duty that is due then is never due: no scheduler brings on what is half there. The last day JavaScript knows. */
const NEVER = 8.64e15

/** The collections that are put one after the other; people and the school itself come in ways of their own. */
const PUT = ORDER.filter((name) => ![SCHOOL, PEOPLE].includes(name))

/** Nothing that a timer looks for: no duty that is due, no trail that is open. */
function asleep(document) {
  const { duty, trailOpen } = document
  return { ...document, ...(duty && { duty: { ...duty, at: NEVER } }), ...(trailOpen && { trailOpen: false }) }
}

export const toDocument = (backup, prefix) => {
  const rename = renameFiles(backup.manifest.files, prefix)
  return (name, line) => readLine(rename(name, line))
}

export async function putDocuments(cloud, backup, prefix) {
  const read = toDocument(backup, prefix)
  for (const name of PUT) {
    for await (const batch of batchesOf(backup, name)) {
      await putBatch(
        cloud,
        name,
        batch.map((line) => asleep(read(name, line))),
      )
    }
    say(`${name}: ${backup.manifest.collections[name].count}`)
  }
}

async function* batchesOf(backup, name) {
  let [batch, bytes] = [[], 0]
  for await (const [, line] of linesIn(backup, [name])) {
    if (batch.length === AT_ONCE || (bytes + line.length > BYTES_AT_ONCE && batch.length > 0)) {
      yield batch
      ;[batch, bytes] = [[], 0]
    }
    batch.push(line)
    bytes += line.length
  }
  if (batch.length > 0) yield batch
}

/** A batch that is there in part is what an interrupted run, or an answer that got lost, has left: the rest follows. */
async function putBatch(cloud, name, documents) {
  if (await cloud.insert(name, documents)) return
  const found = new Map(
    (await cloud.some(name, cloud.among(documents.map(({ _id }) => _id)), documents.length)).map((document) => [
      document._id,
      document,
    ]),
  )
  const toLine = linesUnder('', '')
  const other = documents.find((each) => {
    const there = found.get(each._id)
    return there && toLine(name, there) !== toLine(name, each)
  })
  if (other)
    throw new Stop(`${name} has another document ${other._id} already. It was not touched, and nothing goes on.`)
  const rest = documents.filter(({ _id }) => !found.has(_id))
  if (rest.length > 0 && !(await cloud.insert(name, rest)))
    throw new Stop(`${name} holds something that excludes a document of this school. Nothing goes on.`)
}

/** @throws {@link Stop} when what lies there is not what the backup holds, document by document */
export async function compareDocuments(cloud, backup, prefix) {
  const { school, collections } = backup.manifest
  const read = toDocument(backup, prefix)
  const toLine = linesUnder('', '')
  for (const name of PUT) {
    const there = oneByOne(pagesOf(cloud, name, ofSchool(name, school), { by: orderOf(name) }))
    for await (const [, line] of linesIn(backup, [name])) {
      const expected = asleep(read(name, line))
      const { value: found } = await there.next()
      if (!found || toLine(name, found) !== toLine(name, expected))
        throw new Stop(`${name} is not as the backup has it, from ${expected._id} on. The school stays closed.`)
    }
    if (!(await there.next()).done)
      throw new Stop(
        `${name} has more of this school than the ${collections[name].count} of the backup. The school stays closed.`,
      )
  }
}

async function* oneByOne(pages) {
  for await (const page of pages) yield* page
}

/** Duties and trails as the backup has them: from now on the scheduler finds them. Done again, it changes nothing. */
export async function wakeDocuments(cloud, backup) {
  for (const name of PUT) {
    if (partsOf(backup.manifest, name).length === 0) continue
    for await (const [, line] of linesIn(backup, [name])) {
      const { _id, duty, trailOpen } = readLine(line)
      if (duty) await cloud.update(name, { _id, 'duty.at': NEVER }, { 'duty.at': duty.at })
      if (trailOpen) await cloud.update(name, { _id, trailOpen: false }, { trailOpen })
    }
  }
}
