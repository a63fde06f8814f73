// Decides which files of an entry a reader may open: ink, their own photos, and those that WeChat has let pass (C04).
import type { HeldPhoto } from '@class-pact/core/contract'
import type { Sheet } from './find-sheet'

interface Sorted {
  /** Files with an address. */
  shown: string[]
  /** Photos that WeChat has not let pass. */
  held: [fileId: string, state: HeldPhoto][]
}

/** A photo whose verdict nobody has is up to a person, and stays closed. */
export function sortPhotos({ rules, entry }: Pick<Sheet, 'rules' | 'entry'>, { openid }: { openid: string }): Sorted {
  const sorted: Sorted = { shown: [], held: [] }
  const verdicts = new Map(entry?.media?.map(({ fileId, suggest }) => [fileId, suggest]))
  for (const { id, fields } of rules.parts) {
    const photos = new Set(fields.flatMap((field) => (field.type === 'photo' ? [field.id] : [])))
    for (const { answers } of entry?.parts[id] ?? []) {
      for (const { question, files = [] } of answers) {
        for (const { fileId, owner } of files) {
          const suggest = photos.has(question) ? verdicts.get(fileId) : 'pass'
          if (suggest === 'pass' || owner === openid) sorted.shown.push(fileId)
          if (suggest !== 'pass') sorted.held.push([fileId, suggest === 'pending' ? 'pending' : 'doubted'])
        }
      }
    }
  }
  return sorted
}
