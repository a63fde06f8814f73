// Decides what somebody reads of one talk.
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeTalk } from './describe-talk'
import type { FoundTalk } from './find-talk'

export const readOne: Handler<'talk.read', FoundTalk> = async (_input, session) =>
  succeed(await describeTalk(session.found.talk, session.found.facts, session))
