// Decides the one action around uploads: where to put them.
import { uploadRows } from '@class-pact/core/upload/contract'
import { serve } from '../../common/call/handlers'
import { prepare } from './prepare'

export const actions = serve(uploadRows, {}, { 'upload.prepare': prepare })
