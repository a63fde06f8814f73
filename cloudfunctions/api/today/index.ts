// Decides the one action of the today page.
import type { Handlers } from '../../common/call/handlers'
import { read } from './read'

export const todayActions: Handlers<'today.read'> = { 'today.read': read }
