// Decides which collections and indexes exist: those that database/collections.json declares, the same list the deployment uses.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Direction, IndexSpec } from './index-keys'
import type { Store } from './store'

const SPHERE = '2dsphere'

interface CollectionDeclaration {
  name: string
  rule: string
  indexes?: { name: string; fields: [path: string, kind: Direction | typeof SPHERE][]; unique?: boolean }[]
}

/** Creates what `collections.json` of the folder declares. @throws when the file is missing or an index cannot be built */
export function declareCollections(store: Store, databaseDir: string): void {
  const file = join(databaseDir, 'collections.json')
  if (!existsSync(file)) throw new Error(`There is no collections.json in ${databaseDir}.`)
  for (const declared of JSON.parse(readFileSync(file, 'utf8')) as CollectionDeclaration[]) {
    const { catalog } = store
    const known = catalog.has(declared.name)
    const collection = known ? catalog.collection(declared.name) : catalog.addCollection(declared.name)
    const indexes = (declared.indexes ?? []).map((index) => ({ ...index, unique: index.unique === true }))
    const ofSphere = indexes.flatMap(({ fields }) => fields.filter(([, kind]) => kind === SPHERE).map(([path]) => path))
    store.declareIndexes(collection, indexes.filter(isOrdered), ofSphere)
  }
}

function isOrdered(index: { fields: [string, Direction | typeof SPHERE][] }): index is IndexSpec {
  return index.fields.every(([, kind]) => kind !== SPHERE)
}
