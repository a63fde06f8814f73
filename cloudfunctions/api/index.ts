// Decides which actions phones reach here; a domain's actions live in its folder.
import { answerCalls } from '../common/call/answer'
import type { ActionsOf, Handlers } from '../common/call/handlers'
import { classActions } from './class'
import { joinActions } from './join'
import { pactActions } from './pact'
import { schoolActions } from './school'
import { sessionActions } from './session'

const handlers: Partial<Handlers<ActionsOf<'api'>>> = {
  ...sessionActions,
  ...schoolActions,
  ...joinActions,
  ...classActions,
  ...pactActions,
}

export const main = answerCalls(handlers)
