// Decides which files go with a document: all that it names in its own folder, and none of another's.

/** As `keptFolder` writes them (common/files/places.ts). */
const KEPT = /cloud:\/\/[\w.-]+\/(kept\/[\w./:-]+)/g

/** However deep it names them, and whatever a domain calls them; each once. */
export function filesOf(collection: string, document: { _id: string }): string[] {
  const folder = `kept/${collection}/${document._id}/`
  const found = [...JSON.stringify(document).matchAll(KEPT)]
  return [...new Set(found.filter(([, path = '']) => path.startsWith(folder)).map(([fileId]) => fileId))]
}
