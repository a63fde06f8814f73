// Decides which collections and indexes exist: those that database/collections.json declares.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../json-file'
import type { Direction, IndexSpec } from './index-keys'
import type { Store } from './store'

const SPHERE = '2dsphere'

/** What clients may do without a function (「数据库 / 安全规则」). Functions are above every rule, and here clients have no way in at all. */
const RULES = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']

interface CollectionDeclaration {
  name: string
  rule: string
  indexes?: { name: string; fields: [path: string, kind: Direction | typeof SPHERE][]; unique?: boolean }[]
}

/** Creates what `collections.json` of the folder declares. @throws when the file is missing or an index cannot be built */
export function declareCollections(store: Store, databaseDir: string): void {
  const file = join(databaseDir, 'collections.json')
  if (!existsSync(file)) throw new Error(`There is no collections.json in ${databaseDir}.`)
  for (const declared of readDeclarations(file)) {
    const { catalog } = store
    const known = catalog.has(declared.name)
    const collection = known ? catalog.collection(declared.name) : catalog.addCollection(declared.name)
    const indexes = (declared.indexes ?? []).map((index) => ({ ...index, unique: index.unique === true }))
    const ofSphere = indexes.flatMap(({ fields }) => fields.filter(([, kind]) => kind === SPHERE).map(([path]) => path))
    store.declareIndexes(collection, indexes.filter(isOrdered), ofSphere)
  }
}

/** @throws when something is declared that this cloud would have to ignore */
function readDeclarations(file: string): CollectionDeclaration[] {
  const declared = readJson(file)
  if (!Array.isArray(declared)) throw new Error(`${file} must hold a list of collections.`)
  for (const { name, rule } of declared as CollectionDeclaration[]) {
    if (typeof name !== 'string' || name === '') throw new Error(`${file}: a collection has no name.`)
    if (!RULES.includes(rule)) throw new Error(`${file}: ${name} needs a rule, one of ${RULES.join(', ')}.`)
  }
  return declared as CollectionDeclaration[]
}

function isOrdered(index: { fields: [string, Direction | typeof SPHERE][] }): index is IndexSpec {
  return index.fields.every(([, kind]) => kind !== SPHERE)
}
