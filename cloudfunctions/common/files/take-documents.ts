// Decides how a notice takes PDFs: read from the caller's own folder, judged by content, kept where no phone can write.
import { limits } from '@class-pact/core/contract'
import { refuse, type Refusal } from '../call/results'
import type { KeptFile } from '../store/documents'
import { noteOf } from './copies'
import { readPdf, type PdfFault } from './pdf'
import { isOwnKeptDocument, liesIn, uploadFolder } from './places'
import { readFiles } from './read-file'
import { keep, noteCopies, pathOf } from './take-files'

interface Taking {
  openid: string
  /** The notice's own folder (`keptFolder`). */
  into: string
}

/**
 * Taken one after the other: the largest three do not fit into a function's memory side by side.
 * Errors: INPUT_INVALID with the field of the first that is not the caller's or is named twice; DOCUMENT_REFUSED with the
 * first that is no PDF that may go out, and why.
 */
export async function takeDocuments(
  fileIds: readonly string[],
  { openid, into }: Taking,
): Promise<{ ok: true; files: KeptFile[] } | Refusal> {
  const folder = uploadFolder(openid, 'document')
  const field = (index: number) => `documents.${index}.fileId`
  const foreign = fileIds.findIndex(
    (fileId, index) =>
      fileIds.indexOf(fileId) !== index || !(liesIn(folder, fileId) || isOwnKeptDocument(fileId, openid)),
  )
  if (foreign >= 0) return refuse('INPUT_INVALID', { field: field(foreign) })

  const files: KeptFile[] = []
  for (const [index, fileId] of fileIds.entries()) {
    const notes = liesIn(folder, fileId) ? [noteOf(fileId)] : []
    const [read, note] = await readFiles([fileId, ...notes], limits.DOCUMENT_BYTES_MAX)
    const content = contentOf(read)
    if (!Buffer.isBuffer(content)) return refuse('DOCUMENT_REFUSED', { field: field(index), facts: { why: content } })
    const keeping = { picture: { type: 'pdf' as const, content }, index, into, openid }
    // Named before it is there: what a crash leaves behind is swept.
    await noteCopies(notes, note, [pathOf(keeping)])
    files.push(await keep(keeping))
  }
  return { ok: true, files }
}

function contentOf(content: Buffer | 'missing' | 'too_large' | undefined): Buffer | PdfFault | 'size' | 'gone' {
  if (content === 'missing' || content === undefined) return 'gone'
  if (content === 'too_large') return 'size'
  const pdf = readPdf(content)
  return pdf.ok ? pdf.content : pdf.why
}
