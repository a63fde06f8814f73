// Decides how a document becomes a line of a backup and a document again, and how file ids change their environment.
import { EJSON } from 'bson'
import { AUDIT } from './whose.mjs'

/** Where a string begins in a line of JSON: never inside of one, where a quotation mark has a backslash before it. */
const BEGIN = '(?<=[[{,:])"'
const quote = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** As it is on the wire: numbers, dates and whatever else keep their kinds. */
const writeLine = (document) => EJSON.stringify(document, { relaxed: true })
export const readLine = (line) => EJSON.parse(line, { relaxed: true })

/** Lines whose file ids begin with another prefix; of any depth, also as keys. What an audit row says is sealed as it is. */
export function renameFiles(from, to) {
  const beginning = new RegExp(`${BEGIN}${quote(from)}`, 'g')
  return (name, line) => (name === AUDIT ? line : line.replace(beginning, `"${to}`))
}

/** Lines of documents that lie under a prefix: `toLine(collection, document)`. */
export function linesUnder(ownPrefix, prefix) {
  const rename = renameFiles(ownPrefix, prefix)
  return (name, document) => rename(name, writeLine(document))
}

/** The paths of the files that a line names. */
export function filesIn(prefix) {
  const found = new RegExp(`${BEGIN}${quote(prefix)}((?:[^"\\\\]|\\\\.)*)"`, 'g')
  return (line) => [...line.matchAll(found)].map(([, path]) => JSON.parse(`"${path}"`))
}

/** What follows in the order of a collection, page after page. */
export async function* pagesOf(cloud, name, where, { by, after, limit = 200 }) {
  for (let last = after; ;) {
    const page = await cloud.page(name, where, { by, after: last, limit })
    if (page.length > 0) yield page
    if (page.length < limit) return
    last = page[page.length - 1][by]
  }
}
