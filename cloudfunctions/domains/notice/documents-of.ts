// Decides how a notice's documents come back out: by the name their author gave, with an address for some minutes.
import type { NoticeDocument } from '@class-pact/core/contract'
import type { NoticeDoc } from './documents'

/** What of a notice names its documents. */
type WithDocuments = Pick<NoticeDoc, 'documents'> & { draft: Pick<NoticeDoc['draft'], 'documents'> }

/** In the author's order. */
export function describeDocuments(
  { draft, documents = [] }: WithDocuments,
  links: ReadonlyMap<string, string>,
): NoticeDocument[] {
  return (draft.documents ?? []).map(({ fileId, name }) => ({
    fileId,
    name,
    bytes: documents.find((each) => each.fileId === fileId)?.bytes ?? 0,
    url: links.get(fileId) ?? '',
  }))
}
