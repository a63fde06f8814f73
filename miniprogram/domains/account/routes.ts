// Decides where one's own card and a request for another account are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const ACCOUNT_ROUTES = {
  card: (query: { childId: string }) => addressOf('/packages/join/card/card', query),
  move: (query: { moveId: string }) => addressOf('/packages/join/move/move', query),
  moves: (query: { classId: string }) => addressOf('/packages/class/moves/moves', query),
} as const
