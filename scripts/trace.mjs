// Decides how a stack trace from the cloud is read: places in a function's code become places in its source.
// npm run -s trace -- api < LOG, on the commit that was deployed
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { isStarted, runMain, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PLACE = /[^\s("]*\bindex\.js:(\d+):(\d+)/g

/**
 * Puts the source in the place of every `index.js:LINE:COLUMN`; what the map does not know stays as it is.
 * @param {string} log
 * @param {import('node:module').SourceMapPayload} map
 * @param {(source: string) => string} nameSource where a source of the map lies
 */
export function traceSources(log, map, nameSource) {
  const known = new SourceMap(map)
  return log.replace(PLACE, (place, line, column) => {
    const { originalSource, originalLine, originalColumn } = known.findEntry(Number(line) - 1, Number(column) - 1)
    return originalSource ? `${nameSource(originalSource)}:${originalLine + 1}:${originalColumn + 1}` : place
  })
}

async function main([name]) {
  if (!name) throw new Stop('Which function wrote it? For example: npm run -s trace -- api < LOG')
  const { buildFunctions } = await import('./build.mjs')
  await buildFunctions()
  const file = join(root, 'dist', 'source-maps', name, 'index.js.map')
  if (!existsSync(file)) throw new Stop(`There is no function called ${name}.`)
  const map = JSON.parse(readFileSync(file, 'utf8'))
  const nameSource = (source) => relative(root, join(dirname(file), source))
  process.stdout.write(traceSources(await text(process.stdin), map, nameSource))
}

if (isStarted(import.meta.url)) runMain(main)
