// Decides the weeks of a date as MongoDB counts them: `$week` and `%U` from the first Sunday, the ISO year by the ISO week.
import { computeValue } from 'mingo/core'
import { $dateToString } from 'mingo/operators/expression'
import { isFields, type Fields } from '../ejson'
import { evaluate, type Expression } from './expression'

const DAYS_A_WEEK = 7

/** 0 before the first Sunday of the year. */
const week: Expression = (row, date, options) => {
  const dayOfYear = computeValue(row, date, '$dayOfYear', options)
  const dayOfWeek = computeValue(row, date, '$dayOfWeek', options)
  if (typeof dayOfYear !== 'number' || typeof dayOfWeek !== 'number') return null
  return Math.floor((dayOfYear - dayOfWeek + DAYS_A_WEEK) / DAYS_A_WEEK)
}

/** The last days of December may belong to the next ISO year, the first of January to the one before. */
const isoWeekYear: Expression = (row, date, options) => {
  const [year, month, isoWeek] = ['$year', '$month', '$isoWeek'].map((part) =>
    computeValue(row, date, part as '$year', options),
  )
  if (typeof year !== 'number' || typeof isoWeek !== 'number') return null
  if (month === 12 && isoWeek === 1) return year + 1
  return month === 1 && isoWeek >= 52 ? year - 1 : year
}

const dateToString: Expression = (row, operand, options) => {
  const given = evaluate(row, operand, options)
  if (!isFields(given) || typeof given['format'] !== 'string' || !(given['date'] instanceof Date)) {
    return $dateToString(row as Fields, operand as never, options as never)
  }
  const { date, timezone } = given
  const zoned = timezone === undefined ? date : { date, timezone }
  const format = given['format'].replace(/%./g, (sign) => {
    if (sign === '%U') return String(week(row, zoned, options)).padStart(2, '0')
    return sign === '%G' ? String(isoWeekYear(row, zoned, options)).padStart(4, '0') : sign
  })
  return $dateToString(row as Fields, { ...given, format } as never, options as never)
}

export const dateExpressions: Record<string, Expression> = {
  $week: week,
  $isoWeekYear: isoWeekYear,
  $dateToString: dateToString,
}
