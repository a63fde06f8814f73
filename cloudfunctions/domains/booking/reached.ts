// Decides which booked times count as contacts with a family: those to which somebody came (X07).
import type { Stage } from '../../common/store/collection'
import { lookUpReached, type ContactSpan } from '../../common/store/reached'

export const lookUpReceived = (span: ContactSpan, as: string): Stage => lookUpReached('receptions', span, as)
