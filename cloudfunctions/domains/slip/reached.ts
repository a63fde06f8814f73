// Decides which follow-ups of notices count as contacts with families: every one that was not taken back (X07).
import type { Stage } from '../../common/store/collection'
import { lookUpReached, type ContactSpan } from '../../common/store/reached'

export const lookUpFollowUps = (span: ContactSpan, as: string): Stage => lookUpReached('slips', span, as)
