// Decides who looks at what is due, and which of a class's duties are theirs.
import type { Identity } from '@class-pact/core/contract'

/** Who looks: somebody in one of their identities. */
export interface Reader {
  openid: string
  identity: Identity
  /** A family's children in the school. */
  children: readonly { childId: string; childName: string; classId: string; className: string }[]
}

/** Of a class's duties those that its head teacher shares are the head teacher's. */
export const isTheirs = (by: readonly string[], { role }: Identity): boolean =>
  role !== 'teacher' || !by.includes('head_teacher')
