// Registers: what a school's paper asks of its staff, as data, and what of it is due, done, overdue.
export { HEAD_GRADES, allowanceOf, allowanceRows, fourWayRows, homeRows, teacherRows } from './appraisal'
export type {
  AllowanceFigures,
  AppraisalRow,
  HeadGrade,
  HomeFigures,
  OpinionGroup,
  Opinions,
  TeacherFigures,
} from './appraisal'
export { CLASS_POINT_ITEMS, classPointsOf, equipmentScoreOf, ranksOf } from './appraisal-points'
export type { AttendanceFigures, EquipmentFigures, ItemPoints, PointsByRegister } from './appraisal-points'
export { REGISTERS, findRegister } from './catalogue'
export type { CatalogueId } from './catalogue'
export { SETTINGS_KEPT, misfitOfSwitch, standingSetting, switchRegister } from './switch'
export type { Switch } from './switch'
export { REGISTER_PRESETS, presetChanges } from './presets'
export type { RegisterPreset } from './presets'
export type { RegisterChange } from './sets'
export { REGISTER_VARIANTS, REGISTER_VARIANT_IDS, variantChanges, variantOptionOf } from './variants'
export type { RegisterVariantId, RegisterVariantOption } from './variants'
export type {
  Amount,
  Contact,
  DutyLine,
  Feeds,
  Parameter,
  Part,
  Period,
  Points,
  Quota,
  Register,
  RegisterSource,
  ScoredEntry,
  Setting,
  Slot,
  Tally,
  Unit,
} from './types'
export { findSlot, slotOn, slotsLookedAt } from './periods'
export { amountOf, clockOf, fitsParameter, keptSince, misfitOfValues, settingOn, valuesOf } from './settings'
export type { Values } from './settings'
export { checkSheet } from './check-sheet'
export { desksOf, mayFill, mayRead } from './desks'
export { ownToRegister } from './own'
export { linesOf } from './due'
export type { Duties } from './due'
export { partDueAt, partsOpen, stateOf, waitsOf } from './parts'
export type { DoneAt, PartTimes, Wait } from './parts'
export { fullMarks, isVetoed, scoreOf, shareOf, totalPoints } from './points'
export type { PointsLine, PointsTotal, Scored } from './points'
export { alikeTexts } from './alike'
export { drawFamilies } from './draw'
export { missingIn } from './missing'
