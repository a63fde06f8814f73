// Decides how files come back: to the same place of another environment, each read again and compared.
import { say, Stop } from '../say.mjs'
import { filesOf } from './parts.mjs'
import { sumOf } from './take-files.mjs'

/** Held at a time. */
const AT_ONCE = 4
const LINK_S = 600

/** What an interrupted restore has put is not put again; a file that is another one is left, and nothing goes on. */
export async function putFiles(cloud, { folder, manifest, keys }, prefix) {
  let done = 0
  let batch = []
  const put = async () => {
    await putSome(cloud, batch, prefix)
    done += batch.length
    batch = []
  }
  for (const { name, files } of manifest.parts) {
    if (!files) continue
    for await (const file of filesOf(folder, name, keys)) {
      if (file.missing) continue
      batch.push(file)
      if (batch.length === AT_ONCE) await put()
    }
    if (batch.length > 0) await put()
    say(`files: ${done}`)
  }
  return done
}

async function putSome(cloud, files, prefix) {
  const ids = files.map(({ path }) => `${prefix}${path}`)
  const before = await readSums(cloud, ids)
  const other = files.find(({ sha256 }, index) => before[index] !== undefined && before[index] !== sha256)
  if (other) throw new Stop(`There is another file at ${other.path} already. It was not touched, and nothing goes on.`)
  const missing = files.filter((_, index) => before[index] === undefined)
  for (const { path, content } of missing) {
    const fileId = await cloud.upload(path, content)
    if (fileId !== `${prefix}${path}`) throw new Stop(`The storage gave ${path} another name: ${fileId}.`)
  }
  const after = await readSums(
    cloud,
    missing.map(({ path }) => `${prefix}${path}`),
  )
  const wrong = missing.find(({ sha256 }, index) => after[index] !== sha256)
  if (wrong) throw new Stop(`${wrong.path} does not read as it was written. Run the same command again.`)
}

/** Of what lies there; undefined: nothing. */
async function readSums(cloud, ids) {
  if (ids.length === 0) return []
  const links = await cloud.links(ids, LINK_S)
  return Promise.all(links.map(async (link) => (link ? sumOf(await cloud.download(link)) : undefined)))
}
