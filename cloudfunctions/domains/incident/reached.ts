// Decides which incidents count as contacts with a family: the guardian was told (X07).
import type { Stage } from '../../common/store/collection'
import { lookUpReached, type ContactSpan } from '../../common/store/reached'

export const lookUpTold = (span: ContactSpan, as: string): Stage => lookUpReached('incidents', span, as)
