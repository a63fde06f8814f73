// Decides which collections and indexes exist: those that database/collections.json declares, the same list the deployment uses.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexSpec } from './index-keys'
import type { Store } from './store'

interface CollectionDeclaration {
  name: string
  rule: string
  indexes?: IndexSpec[]
}

/** Creates what `collections.json` of the folder declares. @throws when the file is missing or an index cannot be built */
export function declareCollections(store: Store, databaseDir: string): void {
  const file = join(databaseDir, 'collections.json')
  if (!existsSync(file)) throw new Error(`There is no collections.json in ${databaseDir}.`)
  for (const declared of JSON.parse(readFileSync(file, 'utf8')) as CollectionDeclaration[]) {
    const { catalog } = store
    const known = catalog.has(declared.name)
    const collection = known ? catalog.collection(declared.name) : catalog.addCollection(declared.name)
    const specs = (declared.indexes ?? []).map(({ name, fields, unique }) => ({
      name,
      fields,
      unique: unique === true,
    }))
    store.declareIndexes(collection, specs)
  }
}
