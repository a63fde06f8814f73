// Decides where the page of the purge is, and what it needs to know.
import { addressOf } from '../../services/page-address'

export const PURGE_ROUTES = {
  purge: (query: { schoolId: string }) => addressOf('/packages/school/purge/purge', query),
} as const
