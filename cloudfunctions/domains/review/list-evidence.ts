// Decides what a principal takes along of the kept evidence, and whether it still fits its seal (G11).
import type { Evidence } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import { linkFiles } from '../../common/wechat/files'
import type { NoticeDoc } from '../notice'
import type { EvidenceDoc } from './documents'
import { sealEvidence } from './store'

/** Of one page; an answer of a function holds 1 MB. */
const PAGE = 100

type Row = EvidenceDoc & { notices: Pick<NoticeDoc, 'decided'>[] }

export const listEvidence: Handler<'evidence.list'> = async ({ schoolId, after }, { openid }) => {
  const { rows, total, next } = await readPage<Row>(openid, listOf(schoolId), after)
  const links = await linkFiles(
    rows.flatMap(({ photos, documents = [] }) => [...photos, ...documents.map(({ fileId }) => fileId)]),
  )
  return succeed({ evidence: rows.map((row) => describeEvidence(row, links)), total, next })
}

function listOf(schoolId: string): List {
  return {
    size: PAGE,
    parts: [
      {
        from: 'evidence',
        where: { schoolId },
        order: [['keptAt', -1]],
        then: [
          { $lookup: { from: 'notices', localField: 'noticeId', foreignField: '_id', as: 'notices' } },
          { $project: { 'notices.draft': 0, 'notices.trail': 0, 'notices.author': 0 } },
        ],
      },
    ],
  }
}

function describeEvidence(
  { _id: evidenceId, schoolId, version, notices, files, documents, ...kept }: Row,
  links: ReadonlyMap<string, string>,
): Evidence {
  const decided = notices[0]?.decided
  return {
    evidenceId,
    ...kept,
    photoDigests: files?.map(({ digest }) => digest) ?? [],
    ...(documents && {
      documents: documents.map(({ fileId, name, bytes, digest }) => ({
        ...{ fileId, name, bytes, digest, url: links.get(fileId) ?? '' },
      })),
    }),
    photoUrls: kept.photos.map((fileId) => links.get(fileId) ?? ''),
    ...(decided && {
      decided: { decision: decided.decision, at: decided.at, by: decided.by, words: decided.words },
    }),
    intact: sealEvidence({ schoolId, version, files, documents, ...kept }) === kept.digest,
  }
}
