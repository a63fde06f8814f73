// Decides how a notice's documents come back out: by the name their author gave, with an address for some minutes.
import type { NoticeDocument } from '@class-pact/core/contract'
import type { NoticeDoc } from './documents'

/** What of a notice names its documents. */
type WithDocuments = Pick<NoticeDoc, 'documents'> & { draft: Pick<NoticeDoc['draft'], 'documents'> }

/** In the author's order; nothing at all where there are none. */
export function describeDocuments(
  { draft, documents = [] }: WithDocuments,
  links: ReadonlyMap<string, string>,
): { documents?: NoticeDocument[] } {
  if (!draft.documents?.length) return {}
  const described = draft.documents.map(({ fileId, name }) => ({
    ...{ fileId, name, url: links.get(fileId) ?? '' },
    bytes: documents.find((each) => each.fileId === fileId)?.bytes ?? 0,
  }))
  return { documents: described }
}
