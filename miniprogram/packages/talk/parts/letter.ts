// Decides how a letter is sent and what is offered when it is not taken: photos go up once, words stay (3.13).
import { coverWords, cutWords } from '../../../domains/notice/marks'
import { withWhy } from '../../../domains/pact/explaining'
import type { PhoneError, PhoneReply } from '../../../services/cloud'
import type { RefusalCard } from '../../../services/sentences'
import { uploadAll, type LocalPhoto } from '../../../services/upload'
import { offer, type WayCode } from '../../../services/way-outs'

/** What has gone up already is not sent up again when the line breaks. */
export interface Photo extends LocalPhoto {
  fileId?: string
}

export interface Letter {
  words: string
  photos: Photo[]
  important: boolean
}

export const NO_LETTER: Letter = { words: '', photos: [], important: false }

/** Ways that lead somewhere from a letter: it is private already. */
const FITTING: readonly WayCode[] = [
  ...(['edit', 'retry', 'acknowledge', 'back_to_today', 'confirm_card', 'appeal', 'call', 'leave_form'] as const),
  ...(['human_review', 'delete_sentence', 'delete_link', 'cover', 'fill_in', 'wait'] as const),
]

/** The photos' ids, in order; `photos` knows them from then on. */
export async function uploadPhotos(photos: Photo[]): Promise<PhoneReply<Required<Photo>[]>> {
  const waiting = photos.flatMap(({ path, fileId }) => (fileId ? [] : [path]))
  const reply = await uploadAll('letter', waiting)
  if (!reply.ok) return reply
  const ids = new Map(waiting.map((path, index) => [path, reply.data[index] ?? '']))
  return { ok: true, data: photos.map(({ path, fileId }) => ({ path, fileId: fileId ?? ids.get(path) ?? '' })) }
}

/** As talk.open and talk.send take it. */
export function toInput({ words, important }: Letter, photos: Required<Photo>[], review: boolean) {
  return {
    ...{ words: words.trim(), photos: photos.map(({ fileId }) => fileId) },
    ...(important && { important }),
    ...(review && { review }),
  }
}

/** 收到 is a read mark and no letter: there is nothing to keep (C34). */
export const isReadMark = ({ reasons }: PhoneError) => reasons?.[0]?.rule === 'C34'

/** The card of a letter that was not taken, with the ways that a letter has. */
export function fitRefusal(given: RefusalCard, error: PhoneError, words: string): RefusalCard {
  const card = withWhy(given, error.reasons, { kind: 'private', texts: { body: words.trim() } })
  if (isReadMark(error)) return { ...card, ways: [offer('acknowledge')] }
  const fitting = card.ways.filter(({ code }) => FITTING.includes(code))
  const ways = fitting.length > 0 ? fitting : [offer('edit')]
  const offered = error.reasons?.[0]?.wayOut.includes('human_review')
  const hasReview = ways.some(({ code }) => code === 'human_review')
  return { ...card, ways: offered && !hasReview ? [...ways.slice(0, 1), offer('human_review')] : ways }
}

/** The words as a way out mends them. */
export function mendWords(code: string, words: string, { reasons = [] }: PhoneError): string {
  const [reason] = reasons
  if (!reason) return words
  if (code === 'cover') return coverWords(words, reason, 'body')
  return code === 'delete_sentence' || code === 'delete_link' ? cutWords(words, reason, 'body') : words
}

/** 优点 事情 建议: how a teacher begins (S3 篇1). */
const OUTLINE = ['优点：', '事情：', '建议：'] as const

/** Words that are there already are what has happened. */
export function outline(words: string): string {
  const [good, matter, advice] = OUTLINE
  return [good, matter + words.trim(), advice].join('\n')
}

/** Lines of the outline that stayed empty are not sent. */
export function trimOutline(words: string): string {
  const isEmpty = (line: string) => OUTLINE.some((label) => label === line.trim())
  return words
    .split('\n')
    .filter((line) => !isEmpty(line))
    .join('\n')
    .trim()
}
