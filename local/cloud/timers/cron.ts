// Decides when a timer is due: CloudBase's seven-field expressions, read in Beijing time.

/** Beijing is eight hours ahead of UTC, without daylight saving. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1_000
const SECOND_MS = 1_000
const DAY_MS = 24 * 60 * 60 * 1_000
/** Far enough for “29 February on a Monday”; a timer without a date in that time is refused. */
const HORIZON_DAYS = 366 * 29

interface Field {
  min: number
  max: number
  names?: string[]
}

/** Second, minute, hour, day of month, month, day of week (0 = Sunday), year. */
const FIELDS: Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] },
  { min: 0, max: 6, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { min: 1970, max: 2099 },
]

export interface Cron {
  /** The first due time after a moment, both in milliseconds since 1970. */
  next(after: number): number
}

/** @throws when the expression has not seven valid fields */
export function readCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== FIELDS.length)
    throw new Error(`“${expression}” must have seven fields: second minute hour day month weekday year`)
  const [seconds, minutes, hours, days, months, weekdays, years] = parts.map((part, i) =>
    readField(part, FIELDS[i] as Field, expression),
  )
  if (!seconds || !minutes || !hours || !days || !months || !weekdays || !years)
    throw new Error(`“${expression}” is no timer`)

  const fitsDay = (date: Date) =>
    years.has(date.getUTCFullYear()) &&
    months.has(date.getUTCMonth() + 1) &&
    days.has(date.getUTCDate()) &&
    weekdays.has(date.getUTCDay())

  return {
    next(after) {
      // Times are shifted so that the UTC parts of a date read as Beijing's wall clock.
      const start = Math.floor((after + BEIJING_OFFSET_MS) / SECOND_MS) * SECOND_MS + SECOND_MS
      let midnight = Math.floor(start / DAY_MS) * DAY_MS
      for (let day = 0; day < HORIZON_DAYS; day++, midnight += DAY_MS) {
        if (!fitsDay(new Date(midnight))) continue
        const time = firstTime(Math.max(start - midnight, 0) / SECOND_MS, hours, minutes, seconds)
        if (time !== undefined) return midnight + time * SECOND_MS - BEIJING_OFFSET_MS
      }
      throw new Error(`“${expression}” is never due`)
    },
  }
}

/** The first second of a day, from `from` on, that fits. */
function firstTime(from: number, hours: Set<number>, minutes: Set<number>, seconds: Set<number>): number | undefined {
  for (const hour of hours) {
    if ((hour + 1) * 3_600 <= from) continue
    for (const minute of minutes) {
      if (hour * 3_600 + (minute + 1) * 60 <= from) continue
      for (const second of seconds) {
        const time = hour * 3_600 + minute * 60 + second
        if (time >= from) return time
      }
    }
  }
  return undefined
}

/** `*`, `5`, `1-5`, `0-30/5` (every fifth), `MON`, and lists of these. In ascending order. */
function readField(text: string, field: Field, expression: string): Set<number> {
  const values = text.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/')
    const [from, to] = readRange(range, field, step !== undefined)
    const stride = step === undefined ? 1 : Number(step)
    const valid = from >= field.min && to <= field.max && from <= to && Number.isInteger(stride) && stride > 0
    if (!valid) throw new Error(`“${part}” is not allowed in the timer “${expression}”`)
    return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => from + i * stride)
  })
  return new Set(values.sort((a, b) => a - b))
}

function readRange(range: string, field: Field, stepped: boolean): [number, number] {
  if (range === '*' || range === '?') return [field.min, field.max]
  const [from = NaN, to] = range.split('-').map((value) => {
    const named = field.names?.indexOf(value.toUpperCase()) ?? -1
    return named >= 0 ? named : /^\d+$/.test(value) ? Number(value) : NaN
  })
  return [from, to ?? (stepped ? field.max : from)]
}
