// Decides whether anything was lost: everything acknowledged is there, and nothing twice or by half.
import { ACCOUNTS, contentOf, isSlugRefused, pathOf } from './requests.mjs'

/**
 * Compares the cloud with the requests made so far: those acknowledged must be there, the others may be, but whole.
 * @param requests all of them, each with `acknowledged`
 * @param recent those whose files are read and whose slugs are tried
 * @returns a sentence for everything that is wrong
 */
export async function findLosses(cloud, requests, recent) {
  const read = async (collection) => (await cloud.control('data.export', { collection })).documents
  const [notes, counters, accounts, entries] = await Promise.all(['notes', 'counters', 'accounts', 'entries'].map(read))
  const { files } = await cloud.control('files.list')
  const of = (kind) => requests.filter((request) => request.kind === kind)
  return [
    ...compare('document', of('add'), notes.map(({ _id }) => _id)), // prettier-ignore
    ...findDoubles('slug', notes.map(({ slug }) => slug)), // prettier-ignore
    ...compare('increment', of('increment'), counters.flatMap(({ seen }) => seen)), // prettier-ignore
    ...counters
      .filter(({ n, seen }) => n !== seen.length)
      .map(({ _id }) => `the counter ${_id} is not what it counted`),
    ...compare('transaction', of('transfer'), entries.map(({ _id }) => _id)), // prettier-ignore
    ...findHalves(accounts, entries),
    ...compare('file', of('upload').map((request) => ({ ...request, id: pathOf(request) })), files.map(({ path }) => path)), // prettier-ignore
    ...(await findDamage(cloud, recent, new Set(files.map(({ path }) => path)))),
    ...(await findOpenIndex(cloud, recent)),
  ]
}

/** What is missing, there twice, or from nobody. */
function compare(what, requests, found) {
  const [known, there] = [new Set(requests.map(({ id }) => id)), new Set(found)]
  return [
    ...requests.filter(({ id, acknowledged }) => acknowledged && !there.has(id)).map(({ id }) => `lost: ${what} ${id}`),
    ...[...there].filter((id) => !known.has(id)).map((id) => `from nobody: ${what} ${id}`),
    ...findDoubles(what, found),
  ]
}

function findDoubles(what, found) {
  const once = new Set()
  return found.filter((id) => once.size === once.add(id).size).map((id) => `twice: ${what} ${id}`)
}

/** Every account is what the entries make it. */
function findHalves(accounts, entries) {
  return ACCOUNTS.flatMap((name) => {
    const expected = entries.filter(({ to }) => to === name).length - entries.filter(({ from }) => from === name).length
    const balance = accounts.find(({ _id }) => _id === name)?.balance
    return balance === expected ? [] : [`half of a transaction: ${name} has ${balance} instead of ${expected}`]
  })
}

async function findDamage(cloud, recent, paths) {
  const damaged = []
  for (const request of recent.filter(({ kind }) => kind === 'upload')) {
    if (!paths.has(pathOf(request))) continue
    const { data } = await cloud.admin('storage.getUploadMetadata', { path: pathOf(request), method: 'put' })
    const file_list = [{ fileid: data.fileId, max_age: 60 }]
    const { data: links } = await cloud.admin('storage.batchGetDownloadUrl', { file_list })
    const kept = Buffer.from(await (await fetch(links.download_list[0].tempFileURL)).arrayBuffer())
    if (!kept.equals(contentOf(request))) damaged.push(`damaged: file ${pathOf(request)}`)
  }
  return damaged
}

async function findOpenIndex(cloud, recent) {
  const taken = recent.filter(({ kind, acknowledged }) => kind === 'add' && acknowledged).slice(-1)
  const refused = await Promise.all(taken.map((request) => isSlugRefused(cloud, request, `rival-of-${request.id}`)))
  return refused.every(Boolean) ? [] : ['a unique index let a second document in']
}
