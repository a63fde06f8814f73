// Decides which function judges which rule: adding a rule is one entry in the catalogue, one function here, and its tests.
import type { RuleId } from '../catalogue'
import type { JudgeRule } from '../finding'
import { NOTICE_RULES } from './notice-form'
import { TIME_JUDGES } from './time'

/** Rules that look at posts; the others of the catalogue are kept by the ways of working. */
export const JUDGES: Partial<Record<RuleId, JudgeRule>> = { ...TIME_JUDGES, ...NOTICE_RULES }
