// Decides the registers of a head teacher's duties (section D): S2.
import { HEAD_APPRAISAL } from './head-appraisal'
import { HEAD_DAILY } from './head-daily'
import { HEAD_FILES } from './head-files'
import { HEAD_TERM } from './head-term'

export const HEAD_TEACHER = { ...HEAD_DAILY, ...HEAD_TERM, ...HEAD_FILES, ...HEAD_APPRAISAL }
