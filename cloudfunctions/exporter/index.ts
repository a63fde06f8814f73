// Decides which heavy and rare actions phones reach here: rosters in.
import { answerCalls } from '../common/call/answer'
import type { ActionsOf, Handlers } from '../common/call/handlers'
import { importRoster } from './roster/import-roster'
import { previewRoster } from './roster/preview-roster'

const handlers: Handlers<ActionsOf<'exporter'>> = {
  'roster.preview': previewRoster,
  'roster.import': importRoster,
}

export const main = answerCalls(handlers)
