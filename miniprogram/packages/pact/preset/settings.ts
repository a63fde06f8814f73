// Decides how the parameters of a rule are shown for change, and what was filled in means.
import type { Pact } from '@class-pact/core/contract'
import { RULES, boundsOf, fitsBound, isHost, isRuleId, settingsOf } from '@class-pact/core/pact'
import type { Bound, Params, RuleGroup, RuleId } from '@class-pact/core/pact'
import { sayClock, titleOf } from '@class-pact/core/pact-words'
import { FIELD_WORDS, type FieldWords } from './field-words'

/** As one types it: a figure, `HH:MM`, a word's code, hosts line by line; '' where there is none. */
export type Filled = Record<string, string>

export interface FieldView {
  key: string
  kind: Bound['kind']
  label: string
  value: string
  /** 晚上8点 */
  shown: string
  unit: string
  /** 1到50份 */
  range: string
  options: { value: string; label: string }[]
  /** A clock's first and last. */
  earliest: string
  latest: string
}
export interface SettingLine {
  rule: RuleId
  title: string
}
export type Reading = { ok: true; params: Params } | { ok: false; field: string; sentence: string }

/** Where a break is asked for and none was: the hours of S0-8. */
const USUAL_BREAK = { noonFrom: '13:00', noonTo: '14:30' }
export const isBreak = (key: string) => key === 'noonFrom' || key === 'noonTo'
const PERCENT = 100

const wordsOf = (rule: RuleId, key: string): FieldWords =>
  FIELD_WORDS[`${rule}.${key}`] ?? FIELD_WORDS[key] ?? { label: key }

const GROUPS: RuleGroup[] = ['时间', '内容', '成员', '照片', '请假', '处理']
const byGroup = (one: RuleId, other: RuleId) => GROUPS.indexOf(RULES[one].group) - GROUPS.indexOf(RULES[other].group)

/** The rules of a pact that have something to set: when, what, who, as on the pact's page. */
export function listSettings({ rules }: Pick<Pact, 'rules'>): SettingLine[] {
  return (Object.keys(RULES) as RuleId[])
    .filter((rule) => rule in rules && Object.keys(boundsOf(rule)).length > 0)
    .sort(byGroup)
    .map((rule) => ({ rule, title: titleOf(rule, rules[rule]) }))
}

/** What holds now, as it is filled in. */
export function fillIn(rule: RuleId, params: Params): Filled {
  const settings = settingsOf(rule, params)
  return Object.fromEntries(
    Object.entries(boundsOf(rule)).map(([key, bound]) => [key, write(bound, settings[key], wordsOf(rule, key))]),
  )
}

function write(bound: Bound, value: unknown, { unit }: FieldWords): string {
  if (value === undefined) return ''
  if (bound.kind === 'hosts') return Array.isArray(value) ? value.join('\n') : ''
  return String(unit === '%' ? Math.round(Number(value) * PERCENT) : value)
}

export function presentFields(rule: RuleId, filled: Filled): FieldView[] {
  return Object.entries(boundsOf(rule)).map(([key, bound]) => {
    const { label, unit = '', options = {} } = wordsOf(rule, key)
    const value = filled[key] ?? ''
    return {
      ...{ key, kind: bound.kind, label, value, unit },
      shown: bound.kind === 'clock' && value ? sayClock(value) : value,
      range: rangeOf(bound, unit),
      options: bound.kind === 'word' ? bound.words.map((word) => ({ value: word, label: options[word] ?? word })) : [],
      earliest: bound.kind === 'clock' ? bound.earliest : '',
      latest: bound.kind === 'clock' ? bound.latest : '',
    }
  })
}

function rangeOf(bound: Bound, unit: string): string {
  if (bound.kind === 'clock') return `${sayClock(bound.earliest)}到${sayClock(bound.latest)}`
  if (bound.kind === 'hosts') return `最多${bound.most}个`
  if (bound.kind === 'word') return ''
  const times = unit === '%' ? PERCENT : 1
  return `${bound.least * times}到${bound.most * times}${unit}`
}

/** One step up or down, never out of bounds. */
export function stepField(rule: RuleId, key: string, value: string, direction: 1 | -1): string {
  const bound = boundsOf(rule)[key]
  if (bound?.kind !== 'number') return value
  const [times, stride] = wordsOf(rule, key).unit === '%' ? [PERCENT, 10] : [1, strideOf(bound)]
  const next = (Number(value) || 0) + direction * stride
  return String(Math.min(bound.most * times, Math.max(bound.least * times, next)))
}

/** Small ranges go one by one, larger ones in tens, the number of characters in fifties. */
function strideOf({ least, most }: { least: number; most: number }): number {
  if (most - least >= 900) return least >= 50 ? 50 : 10
  return 1
}

/** Turns the noon break on, with the usual hours, or off. */
export function switchBreak(filled: Filled, on: boolean): Filled {
  return { ...filled, ...(on ? USUAL_BREAK : { noonFrom: '', noonTo: '' }) }
}

/** The parameters that were filled in; or the first field that does not fit, and a sentence that names it. */
export function readFields(rule: RuleId, filled: Filled): Reading {
  const params: Params = {}
  for (const [key, bound] of Object.entries(boundsOf(rule))) {
    const text = (filled[key] ?? '').trim()
    if (text === '' && bound.usual === undefined) continue
    const words = wordsOf(rule, key)
    const value = read(bound, text, words)
    const wrongHost = bound.kind === 'hosts' && Array.isArray(value) ? value.find((host) => !isHost(host)) : undefined
    if (wrongHost !== undefined) {
      return {
        ok: false,
        field: key,
        sentence: `“${words.label}”里的“${String(wrongHost)}”不是网址，请写成 edu.cn 这样。`,
      }
    }
    if (!fitsBound(bound, value)) return { ok: false, field: key, sentence: sayMisfit(bound, words) }
    params[key] = value
  }
  return { ok: true, params }
}

function read(bound: Bound, text: string, { unit }: FieldWords): unknown {
  if (bound.kind === 'number') {
    const figure = /^\d{1,5}$/.test(text) ? Number(text) : NaN
    return unit === '%' ? figure / PERCENT : figure
  }
  return bound.kind === 'hosts'
    ? [
        ...new Set(
          text
            .split(/[\s,，;；、]+/)
            .filter(Boolean)
            .map(hostOf),
        ),
      ]
    : text
}

/** https://www.Edu.cn/a → www.edu.cn: what people copy from a browser means its host. */
function hostOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
}

function sayMisfit(bound: Bound, { label, unit = '' }: FieldWords): string {
  if (bound.kind === 'number') return `“${label}”要填${rangeOf(bound, unit)}之间的整数。`
  return bound.kind === 'hosts' ? `“${label}”最多${bound.most}个。` : `“${label}”要在${rangeOf(bound, unit)}之间。`
}

/** changes.rules.T12.perWeek → T12的“每班每周最多”; '' if the field is no parameter. */
export function sayField(field: string): string {
  const [, rule = '', key = ''] = /^changes\.rules\.([A-Z]\d\d)\.(\w+)$/.exec(field) ?? []
  return isRuleId(rule) && key in boundsOf(rule) ? `${rule}的“${wordsOf(rule, key).label}”` : ''
}
