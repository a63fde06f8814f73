// Decides the one action around uploads: where to put them.
import type { Handlers } from '../../common/call/handlers'
import { prepare } from './prepare'

export const uploadActions: Handlers<'upload.prepare'> = { 'upload.prepare': prepare }
