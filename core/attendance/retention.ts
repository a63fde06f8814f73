// Decides a class's retention: how many of those who were here when the term began are here at its end (Q16).
import type { Retention } from './contract'

/** 学期学生巩固率不低于97%，总分为10分；低于95%，该项计0分 (S0-4 三(四)), percent and points. */
const FULL_FROM = 97
const ZERO_BELOW = 95
const POINTS = 10
const TENTHS = 10

/**
 * Ten points from 97 % on, none below 95 %, and in between as many as the rate is of 97 %, to a tenth: 根据实际状况进行计分.
 * Counted in whole children, so that 38 of 40 are exactly 95 %.
 */
export function retain(start: number, end: number): Retention {
  if (start <= 0) return { start, end }
  const rate = end / start
  if (end * 100 < start * ZERO_BELOW) return { start, end, rate, points: 0 }
  const reached = Math.floor((POINTS * TENTHS * end * 100) / (start * FULL_FROM)) / TENTHS
  return { start, end, rate, points: Math.min(POINTS, reached) }
}
