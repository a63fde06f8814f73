// Decides how what a reader learnt comes into a function: deflated, in a file beside its code, one a reader.
import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import esbuild from 'esbuild'

/** core/judge/reader/learnt.ts: whose it is names the file. */
const LEARNT_MODULE = /[\\/](\w+)[\\/]reader[\\/]learnt\.ts$/
const fileOf = (path) => `learnt-${LEARNT_MODULE.exec(path)?.[1]}.deflated`
/** The smallest; it takes 20 ms. */
const LEVEL = 9

/** The module that stands for the learnt one: its numbers as they are, its tables read from the file when they are asked for. */
function describeLearnt(learnt, file) {
  const fields = Object.entries(learnt).map(([name, value]) =>
    typeof value === 'number' ? `${name}: ${value}` : `get ${name}() { return unpack().${name} }`,
  )
  return `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
let unpacked
const unpack = () => (unpacked ??= JSON.parse(inflateRawSync(readFileSync(join(__dirname, '${file}'))).toString()))
export const LEARNT = { ${fields.join(', ')} }
`
}

/** A plugin for functions, and what it packed, by the name of the file: to be written beside each bundle that names it. */
export function packLearnt() {
  const packed = new Map()
  const plugin = {
    name: 'pack-learnt',
    setup(build) {
      build.onLoad({ filter: LEARNT_MODULE }, async ({ path }) => {
        const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'ts' })
        const { LEARNT } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
        packed.set(fileOf(path), deflateRawSync(JSON.stringify(LEARNT), { level: LEVEL }))
        return { contents: describeLearnt(LEARNT, fileOf(path)), loader: 'js' }
      })
    },
  }
  return { plugin, packed }
}
