// Decides the actions of review: see what is held, decide it, keep it as evidence, and look at what went out as urgent.
import type { Handlers } from '../../common/call/handlers'
import { decide } from './decide'
import { keepEvidence } from './keep-evidence'
import { list } from './list'
import { listEvidence } from './list-evidence'
import { listOverrides, seeOverride } from './overrides'

export const reviewActions: Handlers<
  'review.list' | 'review.decide' | 'evidence.keep' | 'evidence.list' | 'override.list' | 'override.see'
> = {
  'review.list': list,
  'review.decide': decide,
  'evidence.keep': keepEvidence,
  'evidence.list': listEvidence,
  'override.list': listOverrides,
  'override.see': seeOverride,
}
