// Decides the actions on answers: staff read them, and send the counts to those asked.
import { answerRows } from '@class-pact/core/answers/contract'
import { serve } from '../../common/call/handlers'
import { findAnswers } from './find-answers'
import { readAnswers } from './read-answers'
import { shareAnswers } from './share-answers'

export const actions = serve(
  answerRows,
  { answers: findAnswers },
  { 'answers.read': readAnswers, 'answers.share': shareAnswers },
)
