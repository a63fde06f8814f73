// The law: a school's rules as data, with their versions, hours, parameters and presets. Judging texts is core/judge.
export { RULES, isRuleId, precedenceOf } from './catalogue'
export type { RuleId } from './catalogue'
export { mayFamiliesSave, replyHours, replyMinutes, risingDays } from './answering'
export type { RisingDays } from './answering'
export { citeRule, isSoft, linesOf, maySoften } from './citing'
export { changesOfPaper, gapsOf, nearestPreset } from './from-paper'
export type { SaidRule } from './from-paper'
export { isUnknownDay, nextOpening, quietHours, quietRules, TIME_RULES } from './hours'
export type { QuietSpan, TimeRule } from './hours'
export { fitsBound, isHost } from './bounds'
export type { Bound } from './bounds'
export {
  PRESETS,
  contactMinutes,
  createPact,
  defaultPreset,
  dropoutDays,
  leaveDeskFor,
  leaveLateDays,
  seatLimit,
} from './presets'
export type { Preset } from './presets'
export { isReviewedByHead, publishingBy, publishingOf } from './publishers'
export { boundsOf, readSettings, settingsOf, usualParams } from './settings'
export type { Settings } from './settings'
export type { Params, PostKind, RuleEffect, RuleEntry, RuleGroup, Source, WayOut } from './types'
export { VARIANTS, VARIANT_IDS, chooseOption, optionOf } from './variants'
export type { VariantId, VariantOption } from './variants'
export {
  ADOPT_AHEAD_DAYS,
  compareRules,
  earliestEffective,
  hasSameRules,
  mayTakeEffect,
  pactInForce,
  pactNews,
  pactsToCome,
  revisePact,
} from './versions'
export type { Revision, RulesChange } from './versions'
