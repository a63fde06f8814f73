// Decides what leaders see of their school's registers: every one there is, on or off, with its numbers and bounds.
import type { Instant, RegisterLine, RegisterSettings, SettingValue, VariantOption } from '@class-pact/core/contract'
import {
  REGISTERS,
  REGISTER_PRESETS,
  REGISTER_VARIANTS,
  REGISTER_VARIANT_IDS,
  standingSetting,
  variantChanges,
  variantOptionOf,
  type Parameter,
  type Register,
  type RegisterVariantId,
  type RegisterVariantOption,
  type Setting,
} from '@class-pact/core/register'
import type { RegistersDoc } from './documents'
import { registerOf } from './store'

type Kept = Pick<RegistersDoc, 'version' | 'settings' | 'own'>

/** In the order of the catalogue, then the school's own as they were written. */
export function describeSettings(schoolId: string, kept: Kept | undefined, now: Instant): RegisterSettings {
  const settings = kept?.settings ?? []
  const own = Object.keys(kept?.own ?? {}).sort((a, b) => numberOf(a) - numberOf(b))
  const lines = [...Object.keys(REGISTERS), ...own].flatMap((id) => {
    const register = registerOf(kept, id)
    return register ? [describeLine(id, register, settings, kept)] : []
  })
  const on = new Set(lines.flatMap((line) => (line.on ? [line.register] : [])))
  return {
    ...{ schoolId, version: kept?.version ?? 0, lines, now },
    presets: REGISTER_PRESETS.map(({ id, registers }) => {
      const wanted = Object.keys(registers)
      return { id, registers: wanted, fits: wanted.length > 0 && wanted.every((each) => on.has(each)) }
    }),
    variants: REGISTER_VARIANT_IDS.map((id) => {
      const chosen = variantOptionOf(settings, id)
      const options = REGISTER_VARIANTS[id].map((option) => describeOption(id, option))
      return { id, options, ...(chosen !== undefined && { chosen }) }
    }),
  }
}

/** With the numbers that its changes set. */
function describeOption(variant: RegisterVariantId, { id, on }: RegisterVariantOption): VariantOption {
  const numbers = variantChanges(variant, id).flatMap(({ register, values = [] }) =>
    values.map((each) => ({ register, ...each })),
  )
  return { id, registers: Object.keys(on), ...(numbers.length > 0 && { numbers }) }
}

const numberOf = (id: string) => Number(id.slice(id.indexOf(':') + 1))

function describeLine(
  id: string,
  { title, area, sources, about, parts, period, parameters = {} }: Register,
  settings: readonly Setting[],
  kept: Kept | undefined,
): RegisterLine {
  const standing = standingSetting(settings, id)
  // What is off shows the numbers that it had, and gets again.
  const last = standing ?? settings.filter(({ register }) => register === id).pop()
  const own = kept?.own[id]?.at(-1)?.definition
  const articles = sources.map(({ seed, article }) => `${seed} ${article}`)
  return {
    ...{ register: id, title, area, about, on: standing !== undefined },
    articles: own?.article ? [own.article] : articles,
    fills: [...parts[0].by],
    period: period.kind,
    asks: parts[0].fields.map(({ label }) => label),
    steps: parts.slice(1).map((part) => ({ title: part.title, by: [...part.by] })),
    ...(standing && { since: standing.since }),
    values: Object.entries(parameters).map(([key, parameter]) => describeValue(key, parameter, last)),
    ...(own && { own }),
  }
}

function describeValue(key: string, parameter: Parameter, setting: Setting | undefined): SettingValue {
  const value = setting?.values[key] ?? parameter.usual
  const { usual } = parameter
  return parameter.kind === 'clock'
    ? { key, value, usual, least: parameter.earliest, most: parameter.latest }
    : { key, value, usual, least: parameter.least, most: parameter.most, unit: parameter.unit }
}
