// Decides the one action on purges.
import { purgeRows } from '@class-pact/core/purge/contract'
import { serve } from '../../common/call/handlers'
import { readPurge } from './read-purge'

export const actions = serve(purgeRows, {}, { 'purge.read': readPurge })
