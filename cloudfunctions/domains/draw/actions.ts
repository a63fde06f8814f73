// Decides the actions on draws: leaders make and read them, a family that was drawn answers (H04).
import { drawRows } from '@class-pact/core/draw/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeDraw } from './describe-draw'
import { findDraw, findSurvey, type FoundDraw } from './find-draw'
import { listDraws } from './list-draws'
import { makeDraw } from './make-draw'
import { answerSurvey, readSurvey } from './survey'
import { voidDraw } from './void-draw'

const readDraw: Handler<'draw.read', FoundDraw> = (_input, { found, now }) =>
  Promise.resolve(succeed(describeDraw(found.draw, found.counted, now)))

export const actions = serve(
  drawRows,
  { draw: findDraw, survey: findSurvey },
  {
    'draw.list': listDraws,
    'draw.make': makeDraw,
    'draw.read': readDraw,
    'draw.void': voidDraw,
    'survey.read': readSurvey,
    'survey.answer': answerSurvey,
  },
)
