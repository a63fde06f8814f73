// Decides the actions of review: see what is held, and decide it.
import type { Handlers } from '../../common/call/handlers'
import { decide } from './decide'
import { list } from './list'

export const reviewActions: Handlers<'review.list' | 'review.decide'> = {
  'review.list': list,
  'review.decide': decide,
}
