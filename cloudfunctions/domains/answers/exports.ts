// Decides the actions on answers that write a file; the exporter answers them.
import { answerExportRows } from '@class-pact/core/answers/contract'
import { serve } from '../../common/call/handlers'
import { exportAnswers } from './export-answers'
import { findAllAnswers } from './find-answers'

export const actions = serve(answerExportRows, { answersOfAll: findAllAnswers }, { 'answers.export': exportAnswers })
