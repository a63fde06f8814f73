// Decides which wordings there are: one table a group of the catalogue; a newcomer adds a line to one of them.
import { CHILDREN } from './children'
import { HANDLING } from './handling'
import { LAW } from './law'
import { LEAVE } from './leave'
import { MEMBERS } from './members'
import { NOTICES } from './notices'
import { QUIET } from './quiet'
import { TALK } from './talk'
import { TIME } from './time'
import { TRADE } from './trade'
import type { Wording } from './wording'
export type { Wording } from './wording'

export const WORDINGS: readonly Wording[] = [
  ...LEAVE,
  ...CHILDREN,
  ...TRADE,
  ...LAW,
  ...QUIET,
  ...TALK,
  ...NOTICES,
  ...TIME,
  ...MEMBERS,
  ...HANDLING,
]
