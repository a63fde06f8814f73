// Decides what a family reads again of what it has answered; of an anonymous form that it has (N04, N20).
import type { NoticeDetail } from '@class-pact/core/contract'
import type { OwnChild } from '../../common/call/session'
import type { KeptAnswers, SlipDoc } from '../slip'

type Mine = NoticeDetail['mine'][number]

export function filesOf(kept: KeptAnswers | undefined): string[] {
  return kept?.sheet.flatMap(({ files = [] }) => files) ?? []
}

/**
 * The own sheet; a child for whom another one's stands says which, as far as that is the reader's child too.
 * @param children all of the reader's: also those that this slip is not for
 */
export function describeAnswers(
  slip: SlipDoc,
  { childId }: Pick<OwnChild, 'childId'>,
  children: readonly OwnChild[],
  links: Map<string, string>,
): Pick<Mine, 'answers'> {
  const kept = slip.answers?.[childId]
  const { signedAt, answeredWith } = slip.entries[childId] ?? {}
  if (signedAt === undefined) return {}
  const sibling = children.find((each) => each.childId === answeredWith)
  if (sibling) return { answers: { sheet: [], at: signedAt, files: [], with: sibling.childName } }
  if (!kept || answeredWith !== undefined) return {}
  return {
    answers: {
      sheet: kept.sheet,
      at: kept.at,
      files: filesOf(kept).map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    },
  }
}
