// Decides whether photos treat every child fairly, and who may post them (P01–P03).
import { medianOf } from '../../album'
import type { JudgeRule } from '../finding'

/** Some child has far fewer photos this term than the class's median, this album counted: the teacher is told (P01). */
export const judgeFairness: JudgeRule<'P01'> = ({ post, context }, { share }) => {
  const { album, roster } = context
  if (post.kind !== 'album' || !album?.termCounts || roster.length === 0) return undefined
  const counts = roster.map(
    ({ name }) => (album.termCounts?.[name] ?? 0) + album.tagged.filter((each) => each === name).length,
  )
  const least = medianOf(counts) * share
  const isUnfair = roster.some(({ name }, at) => (counts[at] ?? 0) < least && !album.excused?.includes(name))
  return isUnfair ? { verdict: 'warn', spans: [{ field: 'photos', start: 0, end: 0 }] } : undefined
}

/** An album of the whole class has every child in it, or says why not (P02). */
export const judgeCompleteness: JudgeRule = ({ post, context }) => {
  const { album, roster } = context
  if (post.kind !== 'album' || !album?.wholeClass) return undefined
  const missing = roster.filter(({ name }) => !album.tagged.includes(name) && !album.excused?.includes(name))
  return missing.length > 0 ? { verdict: 'refuse', spans: [{ field: 'photos', start: 0, end: 0 }] } : undefined
}

const WEEK_MS = 7 * 86_400_000

/** Guardians show few or no photos to the class (P03). */
export const judgeGuardiansPhotos: JudgeRule<'P03'> = ({ post, context, isPublic, isStaff, now }, { perWeek }) => {
  if (isStaff || !isPublic) return undefined
  const hasMedia =
    (post.photos ?? 0) > 0 ||
    (context.attachments ?? []).some((kind) => /photo|image|picture|video|照|图|视频/i.test(String(kind)))
  if (!hasMedia && post.kind !== 'album') return undefined
  const thisWeek = (context.previous ?? []).filter(({ at }) => now - at < WEEK_MS).length
  return thisWeek >= perWeek
    ? { verdict: 'refuse', spans: [{ field: 'photos', start: 0, end: 0 }], sureness: 1 }
    : undefined
}
