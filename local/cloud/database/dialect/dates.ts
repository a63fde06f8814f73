// Decides dates where mingo differs: weeks by the first Sunday, ISO years and days by the ISO week, UTC as a zone.
import { computeValue } from 'mingo/core'
import { isFields } from '../ejson'
import { alone, evaluate, ofMingo, type Expression } from './expression'

const DAYS_A_WEEK = 7
const PARTS = [
  ...['$year', '$month', '$dayOfMonth', '$hour', '$minute', '$second', '$millisecond'],
  ...['$dayOfYear', '$dayOfWeek', '$isoWeek', '$isoDayOfWeek'],
]
const CALCULATIONS = ['$dateFromString', '$dateToParts', '$dateAdd', '$dateSubtract', '$dateDiff', '$dateTrunc']
/** Names of zones without a slash, which mingo does not take. */
const UTC_NAMES = ['UTC', 'GMT', 'Zulu', 'Z']

/** A part of a date, given alone or with a zone; null when there is no date. */
function part(name: string): Expression {
  return (row, operand, options) => {
    const given = evaluate(row, alone(operand), options)
    const date = isFields(given) ? given['date'] : given
    if (date === null || date === undefined) return null
    return ofMingo(name)(row, inZone(row, isFields(given) ? given : { date: given }, options), options)
  }
}

function inZone(row: unknown, operand: unknown, options: Parameters<Expression>[2]): unknown {
  if (!isFields(operand) || operand['timezone'] === undefined) return operand
  const zone = evaluate(row, operand['timezone'], options)
  return { ...operand, timezone: UTC_NAMES.includes(String(zone)) ? '+00:00' : zone }
}

function withZone(name: string): Expression {
  return (row, operand, options) => ofMingo(name)(row, inZone(row, operand, options), options)
}

/** 0 before the first Sunday of the year. */
const week: Expression = (row, date, options) => {
  const dayOfYear = computeValue(row, date, '$dayOfYear', options)
  const dayOfWeek = computeValue(row, date, '$dayOfWeek', options)
  if (typeof dayOfYear !== 'number' || typeof dayOfWeek !== 'number') return null
  return Math.floor((dayOfYear - dayOfWeek + DAYS_A_WEEK) / DAYS_A_WEEK)
}

/** The last days of December may belong to the next ISO year, the first of January to the one before. */
const isoWeekYear: Expression = (row, date, options) => {
  const [year, month, isoWeek] = ['$year', '$month', '$isoWeek'].map((name) =>
    computeValue(row, date, name as '$year', options),
  )
  if (typeof year !== 'number' || typeof isoWeek !== 'number') return null
  if (month === 12 && isoWeek === 1) return year + 1
  return month === 1 && isoWeek >= 52 ? year - 1 : year
}

const dateToString: Expression = (row, operand, options) => {
  const given = inZone(row, evaluate(row, operand, options), options)
  if (!isFields(given) || typeof given['format'] !== 'string' || !(given['date'] instanceof Date)) {
    return ofMingo('$dateToString')(row, given, options)
  }
  const { date, timezone } = given
  const zoned = timezone === undefined ? date : { date, timezone }
  const format = given['format'].replace(/%./g, (sign) => {
    if (sign === '%U') return String(week(row, zoned, options)).padStart(2, '0')
    return sign === '%G' ? String(isoWeekYear(row, zoned, options)).padStart(4, '0') : sign
  })
  return ofMingo('$dateToString')(row, { ...given, format }, options)
}

/** The day of an ISO week as year, month and day, which is all that mingo builds a date from. */
const dateFromParts: Expression = (row, operand, options) => {
  const given = inZone(row, evaluate(row, operand, options), options)
  if (!isFields(given) || given['isoWeekYear'] === undefined) return ofMingo('$dateFromParts')(row, given, options)
  const { isoWeekYear: isoYear, isoWeek = 1, isoDayOfWeek = 1, ...time } = given
  // The fourth of January is always in the first ISO week.
  const inFirstWeek = new Date(Date.UTC(Number(isoYear), 0, 4))
  const monday = 4 - (inFirstWeek.getUTCDay() || DAYS_A_WEEK) + 1
  const days = (Number(isoWeek) - 1) * DAYS_A_WEEK + Number(isoDayOfWeek) - 1
  const date = new Date(Date.UTC(Number(isoYear), 0, monday + days))
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  return ofMingo('$dateFromParts')(row, { ...time, ...day }, options)
}

export const dateExpressions: Record<string, Expression> = {
  ...Object.fromEntries(PARTS.map((name) => [name, part(name)])),
  ...Object.fromEntries(CALCULATIONS.map((name) => [name, withZone(name)])),
  $week: week,
  $isoWeekYear: isoWeekYear,
  $dateFromParts: dateFromParts,
  $dateToString: dateToString,
}
