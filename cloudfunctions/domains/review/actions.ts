// Decides the actions of review: see what is held, decide it, keep it as evidence, and look at what went out as urgent.
import { reviewRows } from '@class-pact/core/review/contract'
import { serve } from '../../common/call/handlers'
import { decide } from './decide'
import { findPost, findSeenPost } from './find-post'
import { keepEvidence } from './keep-evidence'
import { list } from './list'
import { listEvidence } from './list-evidence'
import { listOverrides, seeOverride } from './overrides'

export const actions = serve(
  reviewRows,
  { post: findPost, postWithoutTrail: findSeenPost },
  {
    'review.list': list,
    'review.decide': decide,
    'evidence.keep': keepEvidence,
    'evidence.list': listEvidence,
    'override.list': listOverrides,
    'override.see': seeOverride,
  },
)
