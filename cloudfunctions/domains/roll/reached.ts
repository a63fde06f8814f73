// Decides which searches for a missing child count as contacts with its family: whoever reached it (X07).
import type { Stage } from '../../common/store/collection'
import { lookUpReached, type ContactSpan } from '../../common/store/reached'

export const lookUpRollCalls = (span: ContactSpan, as: string): Stage => lookUpReached('rolls', span, as)
