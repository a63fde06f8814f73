// Decides the actions of the domain.
import type { Handlers } from '../../common/call/handlers'

export const pactActions: Handlers<never> = {}
