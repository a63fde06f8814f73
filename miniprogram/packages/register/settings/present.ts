// Decides how a school's registers read to its leaders: sets to begin from, variants, and every register by area.
import type { Input, RegisterArea, RegisterLine, RegisterSettings } from '@class-pact/core/contract'
import { PRESET_WORDS, VARIANT_WORDS } from '../../../domains/register/setting-words'
import { AREA_WORDS, sayFirstArticle } from '../../../domains/register/words'

type Changes = Input<'register.switch'>['changes']

/** Registers of a set that are named; the rest are counted. */
const NAMED_MOST = 6
/** In the order of the pages. */
const AREAS = Object.keys(AREA_WORDS) as RegisterArea[]

export interface SettingsView {
  /** 现在记5项 */
  sum: string
  presets: { id: string; title: string; sub: string; on: boolean; label: string }[]
  /** What ▶ says: how many it switches on. */
  adopt: string
  /** Where the chosen set begins. */
  firstArea: RegisterArea
  areas: { value: RegisterArea; label: string }[]
  area: RegisterArea
  variants: VariantView[]
  lines: { register: string; title: string; sub: string; on: boolean; label: string }[]
  /** Of the school's own area: one can add one. */
  mayAdd: boolean
}

export interface VariantView {
  id: string
  title: string
  note: string
  options: { id: string; word: string; on: boolean; suggested: boolean }[]
}

export function presentSettings(settings: RegisterSettings, area: RegisterArea, preset: string): SettingsView {
  const { lines, presets } = settings
  const titles = new Map(lines.map((line) => [line.register, line.title]))
  const on = lines.filter((line) => line.on).length
  const chosen = presets.find(({ id }) => id === preset)
  const first = lines.find(({ register }) => chosen?.registers.includes(register))
  return {
    sum: on > 0 ? `现在记${on}项` : '现在一项也不记',
    presets: presets.map(({ id, registers, fits }) => {
      const title = PRESET_WORDS[id] ?? id
      const named = registers.flatMap((register) => titles.get(register) ?? [])
      const some = named.slice(0, NAMED_MOST).join('、') + (named.length > NAMED_MOST ? '等' : '')
      const sub = `${named.length}项${fits ? '，都已打开' : ''}：${some}`
      return { id, title, sub, on: id === preset, label: `${title}，${sub}` }
    }),
    adopt: chosen ? sayAdopt(choosePreset(settings, preset).length) : '选一套',
    firstArea: first?.area ?? area,
    areas: AREAS.map((value) => {
      const count = lines.filter((line) => line.area === value && line.on).length
      return { value, label: count > 0 ? `${AREA_WORDS[value]} ${count}` : AREA_WORDS[value] }
    }),
    area,
    variants: settings.variants.flatMap((variant) =>
      areaOf(variant, lines) === area ? [presentVariant(variant, lines, titles)] : [],
    ),
    lines: lines.filter((line) => line.area === area).map(presentLine),
    mayAdd: area === 'own',
  }
}

const sayAdopt = (missing: number) => (missing > 0 ? `打开这${missing}项` : '都已打开')

function presentLine(line: RegisterLine): SettingsView['lines'][number] {
  const { register, title, on } = line
  const sub = sayFirstArticle(line.articles)
  return { register, title, sub, on, label: [title, sub].filter(Boolean).join('，') }
}

type Variant = RegisterSettings['variants'][number]

/** A variant stands where its registers do. */
function areaOf({ options }: Variant, lines: readonly RegisterLine[]): RegisterArea | undefined {
  const ids = options.flatMap(({ registers }) => registers)
  return lines.find(({ register }) => ids.includes(register))?.area
}

function presentVariant(
  { id, options }: Variant,
  lines: readonly RegisterLine[],
  titles: ReadonlyMap<string, string>,
): VariantView {
  const words = VARIANT_WORDS[id]
  return {
    id,
    title: words?.title ?? id,
    note: words?.note ?? '',
    options: options.map((option) => ({
      id: option.id,
      word: words?.options[option.id] ?? option.registers.flatMap((register) => titles.get(register) ?? []).join('、'),
      on: isTaken(option, options, lines),
      suggested: option.id === words?.suggested,
    })),
  }
}

/** Its registers are on and those of the others off, with whatever numbers. */
function isTaken(option: Variant['options'][number], options: Variant['options'], lines: readonly RegisterLine[]) {
  const concerned = options.flatMap(({ registers }) => registers)
  return lines.every(({ register, on }) => !concerned.includes(register) || on === option.registers.includes(register))
}

/** On with the numbers it has: as it was, or as usual. */
export const switchOne = ({ register }: Pick<RegisterLine, 'register'>, on: boolean): Changes[number] => ({
  register,
  on,
})

/** What a set switches on that is not on already. */
export function choosePreset({ presets, lines }: RegisterSettings, id: string): Changes {
  const wanted = presets.find((preset) => preset.id === id)?.registers ?? []
  return lines.filter(({ register, on }) => !on && wanted.includes(register)).map((line) => switchOne(line, true))
}

/** The registers of one option on, with its numbers, those of the others off; a school's other numbers stay. */
export function chooseVariant({ variants, lines }: RegisterSettings, id: string, optionId: string): Changes {
  const options = variants.find((variant) => variant.id === id)?.options ?? []
  const { registers: wanted = [], numbers = [] } = options.find((option) => option.id === optionId) ?? {}
  const concerned = options.flatMap(({ registers }) => registers)
  return lines.flatMap((line) => {
    if (!concerned.includes(line.register)) return []
    if (!wanted.includes(line.register)) return line.on ? [switchOne(line, false)] : []
    const its = new Map(
      numbers.filter(({ register }) => register === line.register).map((each) => [each.key, each.value]),
    )
    const isSame = line.values.every(({ key, value }) => (its.get(key) ?? value) === value)
    if (line.on && isSame) return []
    const values = line.values.map(({ key, value }) => ({ key, value: its.get(key) ?? value }))
    return [{ ...switchOne(line, true), ...(its.size > 0 && { values }) }]
  })
}
