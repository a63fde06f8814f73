// Decides the actions on talks whose words the judge reads.
import { talkWritingRows } from '@class-pact/core/talk/contract'
import { serve } from '../../common/call/handlers'
import { findTalk, findTalkChild } from './find-talk'
import { openTalk } from './open-talk'
import { sendLetter } from './send-letter'

export const actions = serve(
  talkWritingRows,
  { talkChild: findTalkChild, talk: findTalk },
  { 'talk.open': openTalk, 'talk.send': sendLetter },
)
