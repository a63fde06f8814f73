// Decides how the sheets of classes read, a child a row in roll order, and which of their files may be seen (C04).
import type { AnswerRow, QuestionForm } from '@class-pact/core/contract'
import type { SheetsSlip } from './find-answers'

/** A child that has gone and was not answered for is not there. */
export function describeSheets(slips: readonly SheetsSlip[]): (AnswerRow & { className: string })[] {
  return slips.flatMap(({ className, entries, answers = {} }) =>
    Object.entries(entries)
      .filter(([, { closed, signedAt }]) => !closed || signedAt !== undefined)
      .sort(([, a], [, b]) => a.no.localeCompare(b.no, 'en', { numeric: true }))
      .map(([childId, { no, name, signedAt, signer, answeredWith }]) => {
        const own = signedAt === undefined ? undefined : answers[childId]
        const lent = answeredWith === undefined ? undefined : answers[answeredWith]
        const { sheet = [], doubted } = own && answeredWith === undefined ? own : (lent ?? {})
        return {
          ...{ className, childId, no, name, sheet },
          ...(signedAt !== undefined && { at: signedAt, signer }),
          ...(answeredWith !== undefined && { with: entries[answeredWith]?.name ?? '' }),
          ...(doubted && { doubted }),
          files: sheet.flatMap(({ files = [] }) => files.map((fileId) => ({ fileId }))),
        }
      }),
  )
}

/** Signatures, and the photos that WeChat has let pass: nobody reads another before. */
export function shownFiles(
  rows: readonly AnswerRow[],
  slips: readonly Pick<SheetsSlip, 'media'>[],
  { questions }: QuestionForm,
): string[] {
  const signatures = new Set(questions.flatMap(({ id, type }) => (type === 'signature' ? [id] : [])))
  const verdicts = new Map(
    slips.flatMap(({ media = [] }) => media.map(({ fileId, suggest }) => [fileId, suggest] as const)),
  )
  const named = rows.flatMap(({ sheet }) =>
    sheet.flatMap(({ question, files = [] }) =>
      files.filter((fileId) => signatures.has(question) || verdicts.get(fileId) === 'pass'),
    ),
  )
  return [...new Set(named)]
}
