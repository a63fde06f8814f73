// Decides the actions on pacts for which posts are judged.
import { pactWritingRows } from '@class-pact/core/pact/contract'
import { serve } from '../../common/call/handlers'
import { previewPact } from './preview'

export const actions = serve(pactWritingRows, {}, { 'pact.preview': previewPact })
