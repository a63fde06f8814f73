// Decides who reads a roll: whoever may take it.
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeRoll } from './describe-roll'
import type { FoundRoll } from './find-roll'

export const read: Handler<'roll.read', FoundRoll> = (_input, { found, now }) =>
  Promise.resolve(succeed(describeRoll(found, now)))
