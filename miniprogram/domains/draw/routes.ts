// Decides where the pages of the random draw are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const DRAW_ROUTES = {
  /** 问卷抽查: those there were, and the next one. */
  draws: (query: { schoolId: string }) => addressOf('/packages/compose/draw/draw', query),
  draw: (query: { schoolId: string; drawId: string }) => addressOf('/packages/notice/draw/draw', query),
  survey: (query: { drawId: string; childId: string }) => addressOf('/packages/notice/survey/survey', query),
} as const
