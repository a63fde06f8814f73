// Decides how a pact being changed reads: every choice with the one taken and the one suggested.
import type { Day, Instant, OwnPaper, Pact, PactChanges, PactImpact, SchoolKind } from '@class-pact/core/contract'
import {
  PRESETS,
  VARIANTS,
  createPact,
  defaultPreset,
  earliestEffective,
  hasSameRules,
  isRuleId,
  isSoft,
  optionOf,
  revisePact,
  type VariantId,
} from '@class-pact/core/pact'
import { titleOf } from '@class-pact/core/pact-words'
import type { PhoneError } from '../../../services/cloud'
import { formatDate } from '../../../services/format'
import { presentFailure } from '../../../services/refusals'
import type { RefusalCard } from '../../../services/sentences'
import { listSettings, sayField, type SettingLine } from './settings'
import { PAGE_ORDER, VARIANT_WORDS } from './words'

/** The chip of the pact as it stands. */
export const AS_IT_IS = ''

export interface ChoiceView {
  id: VariantId
  title: string
  note: string
  options: { value: string; word: string; on: boolean; suggested: boolean }[]
}
export interface PresetView {
  presets: { value: string; label: string }[]
  preset: string
  choices: ChoiceView[]
  /** Rules with figures or lists to set. */
  settings: SettingLine[]
  /** Rules that only tell, or are about to. */
  soft: { rule: string; title: string; on: boolean }[]
  /** 按《城东小学班级群管理制度》，21条引用学校原话; '' without a paper. */
  paper: string
  /** The number the new version would have. */
  version: number
  changed: boolean
}

/** The newest version with the changes so far. */
export function draftOf(base: Pact, changes: PactChanges, now: Instant): Pact {
  const revision = revisePact(base, changes, earliestEffective(now))
  return revision.ok ? revision.pact : base
}

/** 建议 stands on what a new school of this kind begins with: the safest of each choice. */
export function presentChoices(
  base: Pact,
  changes: PactChanges,
  kind: SchoolKind,
  now: Instant,
  own?: OwnPaper,
): PresetView {
  const draft = draftOf(base, changes, now)
  const safest = createPact(base.schoolId, 1, defaultPreset(kind), base.effectiveFrom) ?? base
  return {
    presets: [
      { value: AS_IT_IS, label: `第${base.version}版` },
      ...PRESETS.map(({ id, title }) => ({ value: id, label: title })),
    ],
    preset: changes.preset ?? AS_IT_IS,
    choices: PAGE_ORDER.map((id) => presentChoice(id, optionOf(draft, id), optionOf(safest, id))),
    settings: listSettings(draft),
    soft: listSoft(base, draft, changes),
    paper: own ? `按《${own.title}》，${Object.keys(own.lines).length}条引用学校原话` : '',
    version: base.version + 1,
    changed: own !== undefined || !hasSameRules(base, draft),
  }
}

/** Those that tell now, and those whose box was ticked on this page. */
function listSoft(base: Pact, draft: Pact, { soft = {} }: PactChanges): PresetView['soft'] {
  const rules = new Set([...(base.soft ?? []), ...Object.keys(soft)])
  return [...rules].filter(isRuleId).flatMap((rule) => {
    const params = draft.rules[rule]
    return params ? [{ rule, title: titleOf(rule, params), on: isSoft(draft, rule) }] : []
  })
}

function presentChoice(id: VariantId, taken: string | undefined, suggested: string | undefined): ChoiceView {
  const { title, note = '', options } = VARIANT_WORDS[id]
  return {
    id,
    title,
    note,
    options: VARIANTS[id].map(({ id: value }) => ({
      value,
      word: options[value] ?? '',
      on: value === taken,
      suggested: value === suggested,
    })),
  }
}

/** 按过去30天：12份通知会改到次日，涉及4位老师 */
export function presentImpact({ days, posts, cut, queued, held, refused, allowed, teachers }: PactImpact): string {
  const parts = [
    queued > 0 && `${queued}份通知会改到次日`,
    held > 0 && `${held}份会先审核`,
    refused > 0 && `${refused}份不能发`,
    allowed > 0 && `${allowed}份不用再等`,
  ].filter((part) => part !== false)
  const seen = cut ? `最近${posts}份通知` : `${posts}份通知`
  if (parts.length === 0) return `按过去${days}天：${seen}都不受影响`
  return `按过去${days}天${cut ? `的${seen}` : ''}：${parts.join('，')}，涉及${teachers}位老师`
}

/** A version that was not taken: a parameter that does not fit is named. */
export function presentRefusal(error: PhoneError): RefusalCard {
  const refusal = presentFailure(error)
  const field = error.code === 'INPUT_INVALID' ? sayField(error.field ?? '') : ''
  return field ? { ...refusal, sentence: `${field}填得不对，请看一下。` } : refusal
}

/** 第4版9月8日起执行 */
export function presentAdoption(version: number, day: Day): string {
  return `第${version}版${formatDate(day)}起执行`
}
