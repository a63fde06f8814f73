// Decides which photos and signatures an answer takes: new ones, or those its child's sheet has already (N04).
import type { GivenAnswer, Input } from '@class-pact/core/contract'
import type { Refusal } from '../../common/call/results'
import { isKeptIn, keptFolder } from '../../common/files/places'
import { takeFiles } from '../../common/files/take-files'
import { requestMediaCheck, type PhotoVerdict } from '../../common/wechat/media-check'

interface Taken {
  ok: true
  /** The sheet as it is stored. */
  sheet: GivenAnswer[]
  media: PhotoVerdict[]
  /** Taken now. */
  files: string[]
  uploads: string[]
}

/** Errors: those of `takeFiles`, with the question as the field. */
export async function takeAnswerFiles(
  { form, answers, childId }: Pick<Input<'slip.answer'>, 'form' | 'answers' | 'childId'>,
  { openid, slipId }: { openid: string; slipId: string },
): Promise<Taken | Refusal> {
  const into = keptFolder('slips', `${slipId}/${childId}`)
  const named = answers.flatMap(({ question, files = [] }) =>
    files.map((fileId) => ({
      fileId,
      question,
      isPhoto: form.questions.some(({ id, type }) => id === question && type === 'photo'),
    })),
  )
  const fresh = named.filter(({ fileId }) => !isKeptIn(into, fileId))
  const kept = new Map<string, string>()
  const media: PhotoVerdict[] = []
  for (const purpose of ['answer', 'signature'] as const) {
    const given = fresh.filter(({ isPhoto }) => isPhoto === (purpose === 'answer'))
    const taken = await takeFiles(
      given.map(({ fileId }) => fileId),
      { openid, purpose, into, field: (index) => `answers.${given[index]?.question ?? ''}` },
    )
    if (!taken.ok) return taken
    taken.files.forEach((file, index) => kept.set(given[index]?.fileId ?? '', file.fileId))
    if (purpose === 'answer' && given.length > 0) {
      media.push(
        ...(await requestMediaCheck(
          openid,
          taken.files.map(({ fileId }) => fileId),
        )),
      )
    }
  }
  const sheet = answers.map(({ files, ...said }) => ({
    ...said,
    ...(files && { files: files.map((fileId) => kept.get(fileId) ?? fileId) }),
  }))
  return { ok: true, sheet, media, files: [...kept.values()], uploads: fresh.map(({ fileId }) => fileId) }
}
