// Decides where the pages of joining are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const JOIN_ROUTES = {
  invite: (query: { token: string }) => addressOf('/packages/join/invite/invite', query),
  joinStatus: (query: { applicationId?: string; token?: string; joined?: string; lines?: string }) =>
    addressOf('/packages/join/status/status', query),
} as const
