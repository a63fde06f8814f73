// Decides the actions of review: see what is held, decide it, and keep it as evidence.
import type { Handlers } from '../../common/call/handlers'
import { decide } from './decide'
import { keepEvidence } from './keep-evidence'
import { list } from './list'
import { listEvidence } from './list-evidence'

export const reviewActions: Handlers<'review.list' | 'review.decide' | 'evidence.keep' | 'evidence.list'> = {
  'review.list': list,
  'review.decide': decide,
  'evidence.keep': keepEvidence,
  'evidence.list': listEvidence,
}
