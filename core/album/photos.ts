// Decides which photos of an album somebody sees: what WeChat let pass, and nobody against their family's wish (C04).
import type { AlbumPhoto } from './contract'

export type PhotoSuggestion = 'pending' | 'pass' | 'review' | 'risky'

interface PhotoFacts {
  /** Who is tagged in it. */
  children: readonly string[]
  suggest: PhotoSuggestion
}

interface Around {
  /** 不出镜 */
  noPhotos: ReadonlySet<string>
  /** A leader has looked at the album and let it pass: what WeChat calls risky stays unseen all the same. */
  looked: boolean
}

/** `hidden`: a child in it wants no photos; staff see it and that it is, other families do not. */
export function stateOfPhoto({ children, suggest }: PhotoFacts, { noPhotos, looked }: Around): AlbumPhoto['state'] {
  if (suggest === 'risky') return 'doubted'
  if (suggest !== 'pass' && !looked) return suggest === 'pending' ? 'pending' : 'doubted'
  return children.some((childId) => noPhotos.has(childId)) ? 'hidden' : 'pass'
}

/** Whether a family sees it: their own wish hides nothing from themselves, that of any other child does. */
export function isOpenTo(family: readonly string[], photo: PhotoFacts, around: Around): boolean {
  const others = photo.children.filter((childId) => !family.includes(childId))
  return stateOfPhoto({ ...photo, children: others }, around) === 'pass'
}
