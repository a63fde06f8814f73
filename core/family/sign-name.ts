// Decides under which typed name a guardian signs: their own, as they gave it when they joined (N08).
import { isSignature } from '../wire'
import { RELATION_WORDS } from './cards'
import { normalizeName } from './names'

interface Signer {
  childName: string
  /** As given when joining; not everybody gave one. */
  guardianName?: string
}

const CALLED = new RegExp(`(?:${Object.values(RELATION_WORDS).join('|')}|姥姥|姥爷|家长|父亲|母亲)$`, 'u')

/**
 * Where the guardian's name is known it has to be that one. Where it is not, nothing proves a name: it must at least be a
 * person's, and neither the child's nor what the child calls them.
 */
export function maySignAs(typed: string, { childName, guardianName }: Signer): boolean {
  const name = normalizeName(typed)
  if (guardianName) return name === normalizeName(guardianName)
  return isSignature(name) && name !== normalizeName(childName) && !CALLED.test(name)
}
