// Decides which actions phones reach here; a domain's actions live in its folder.
import { answerCalls } from '../common/call/answer'
import type { ActionsOf, Handlers } from '../common/call/handlers'
import { classActions } from './class'
import { joinActions } from './join'
import { leaveActions } from './leave'
import { moderationActions } from './moderation'
import { noticeActions } from './notice'
import { pactActions } from './pact'
import { personActions } from './person'
import { reviewActions } from './review'
import { schoolActions } from './school'
import { sessionActions } from './session'
import { slipActions } from './slip'
import { statisticsActions } from './statistics'
import { todayActions } from './today'
import { uploadActions } from './upload'

const handlers: Handlers<ActionsOf<'api'>> = {
  ...sessionActions,
  ...personActions,
  ...schoolActions,
  ...joinActions,
  ...classActions,
  ...pactActions,
  ...noticeActions,
  ...slipActions,
  ...reviewActions,
  ...moderationActions,
  ...leaveActions,
  ...todayActions,
  ...uploadActions,
  ...statisticsActions,
}

export const main = answerCalls(handlers)
