// Decides the one action of the today page.
import { todayRows } from '@class-pact/core/today/contract'
import { serve } from '../../common/call/handlers'
import { read } from './read'

export const actions = serve(todayRows, {}, { 'today.read': read })
