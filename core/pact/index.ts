// The pact: a school's rules as data, and the judge that holds a post against them.
export { RULES, isRuleId } from './catalogue'
export type { RuleId } from './catalogue'
export { nextOpening, quietHours, quietRules } from './hours'
export type { QuietSpan } from './hours'
export { comparePacts } from './impact'
export type { Impact, PastPost } from './impact'
export { namesCalledIn } from './called-names'
export { judge } from './judge'
export { boundsOf, fitsBound, isHost, settingsOf } from './parameters'
export type { Bound } from './parameters'
export { PRESETS, createPact, defaultPreset, leaveLateDays, seatLimit } from './presets'
export type { Preset } from './presets'
export type {
  AlbumFacts,
  JudgeContext,
  Judgement,
  Params,
  Post,
  PostKind,
  RuleEffect,
  RuleEntry,
  RuleGroup,
  Source,
  WayOut,
} from './types'
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
