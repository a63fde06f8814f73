// Decides the registers of class assessment (section Q): S0-4.
import { POINTS_CONDUCT } from './points-conduct'
import { POINTS_ROUTINE } from './points-routine'
import { POINTS_SAFETY } from './points-safety'

export const POINTS = { ...POINTS_ROUTINE, ...POINTS_CONDUCT, ...POINTS_SAFETY }
