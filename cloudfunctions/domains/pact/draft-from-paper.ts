// Decides what a principal is shown of the school's own paper: every clause, and what it would become (G15).
import { limits, type PaperClause, type PaperDraft } from '@class-pact/core/contract'
import { draftPact, type Clause } from '@class-pact/core/draft'
import { nearestPreset } from '@class-pact/core/pact'
import type { Handler, Session } from '../../common/call/handlers'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { liesIn, uploadFolder } from '../../common/files/places'
import { readFiles } from '../../common/files/read-file'
import { readPaper } from './read-paper'

/** Nothing is stored: the paper goes back line by line to whoever brought it, who decides. */
export const draftFromPaper: Handler<'pact.draft'> = async (input, session) => {
  const read = await readText(input, session)
  if (!read.ok) return read
  const clauses = draftPact(read.text)
  const rules = clauses.flatMap((clause) => clause.rules)
  const draft: PaperDraft = { title: titleOf(clauses), clauses: clauses.map(describe), nearest: nearestPreset(rules) }
  return succeed(draft)
}

/** Errors: INPUT_INVALID for no paper, or a file that is not the caller's own; FILE_UNREADABLE with why. */
async function readText(
  { schoolId, text, fileId }: { schoolId: string; text?: string; fileId?: string },
  { openid }: Session,
): Promise<{ ok: true; text: string } | Refusal> {
  if (fileId === undefined) {
    return text?.trim() ? { ok: true, text } : refuse('INPUT_INVALID', { field: 'text' })
  }
  if (text !== undefined) return refuse('INPUT_INVALID', { field: 'text' })
  if (!liesIn(uploadFolder(openid, 'roster', schoolId), fileId)) return refuse('INPUT_INVALID', { field: 'fileId' })
  const [content] = await readFiles([fileId], limits.PAPER_BYTES_MAX)
  if (!Buffer.isBuffer(content)) return refuse('FILE_UNREADABLE', { field: 'paper.file' })
  const paper = await readPaper(content)
  return paper.ok ? paper : refuse('FILE_UNREADABLE', { field: `paper.${paper.field}` })
}

/** The first line, where it is a heading and not a rule. */
function titleOf([first]: readonly Clause[]): string {
  const line = first?.kind === 'none' ? first.line.replace(/[《》【】\s]/g, '') : ''
  return line.length <= limits.PAPER_TITLE_MAX ? line : ''
}

function describe({ line, article, kind, rules, maybe, against }: Clause): PaperClause {
  return {
    ...{ line, kind, rules },
    ...(article !== undefined && { article }),
    ...(maybe && { maybe }),
    ...(against && { against }),
  }
}
