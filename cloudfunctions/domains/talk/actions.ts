// Decides the actions on talks that need no judge: read, list, hand on, close, thank, and look at held letters.
import { talkRows } from '@class-pact/core/talk/contract'
import { serve } from '../../common/call/handlers'
import { askLeaders, closeTalk, passTalk, thankFor } from './act-on-talk'
import { decideLetter, findHeldLetter } from './decide-letter'
import { findTalkFigures, readFigures } from './figures'
import { findTalk, findTalkPlace } from './find-talk'
import { listHeld } from './held-letters'
import { listTalks } from './list-talks'
import { ownLetters } from './own-letters'
import { prepareTalk } from './prepare-talk'
import { readOne } from './read-talk'

export const actions = serve(
  talkRows,
  { talk: findTalk, talkPlace: findTalkPlace, talkFigures: findTalkFigures, heldLetter: findHeldLetter },
  {
    'talk.read': readOne,
    'talk.list': listTalks,
    'talk.figures': readFigures,
    'talk.prepare': prepareTalk,
    'talk.own': ownLetters,
    'talk.pass': passTalk,
    'talk.ask': askLeaders,
    'talk.close': closeTalk,
    'talk.thank': thankFor,
    'letter.held': listHeld,
    'letter.decide': decideLetter,
  },
)
