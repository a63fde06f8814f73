// Decides nothing: the operators of `db.command.aggregate` on texts and dates, on ROW, and what MongoDB makes of them.
import { ROW, type Case } from './expression-cases'

export const TEXTS: Case[] = [
  ['concat', ['$name', ' ', 'x'], 'Anna Li x'],
  ['concat', ['$name', '$nothing'], null, 'with nothing'],
  ['indexOfBytes', ['$text', '家'], 7],
  ['indexOfCP', ['$text', '家'], 6],
  ['indexOfCP', ['$text', 'h', 1], -1, 'from a place on'],
  ['split', ['$name', ' '], ['Anna', 'Li']],
  ['strLenBytes', '$text', 13],
  ['strLenCP', '$text', 8],
  ['strcasecmp', ['$name', 'anna li'], 0],
  ['substr', ['$text', 0, 3], 'hé'],
  ['substr', ['$name', 5, -1], 'Li', 'to the end'],
  ['substrBytes', ['$text', 7, 3], '家'],
  ['substrBytes', ['$name', 0, 99], 'Anna Li', 'longer than the text'],
  ['substrCP', ['$text', 6, 2], '家长'],
  ['toLower', '$name', 'anna li'],
  ['toUpper', '$name', 'ANNA LI'],
  ['toUpper', '$missing', '', 'of nothing'],
]

const NEW_YORK = { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }

export const DATES: Case[] = [
  ['dateFromParts', NEW_YORK, new Date('2017-02-08T17:00:00Z')],
  [
    'dateFromParts',
    { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 },
    new Date('2017-02-08T00:00:00Z'),
    'of an ISO week',
  ],
  ['dateFromString', { dateString: '2019-05-14T09:38:51.686Z' }, ROW.at],
  ['dateFromString', { dateString: '2019-05-14T17:38:51.686', timezone: 'Asia/Shanghai' }, ROW.at, 'in a time zone'],
  ['dateToString', { date: '$at', format: '%Y-%m-%d %H:%M:%S', timezone: 'Asia/Shanghai' }, '2019-05-14 17:38:51'],
  ['dateToString', { date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+08:00' }, '2019-05-14 17:38', 'at an offset'],
  ['dateToString', { date: '$yearEnd', format: '%G-W%V %U %j %u %L' }, '2025-W01 52 365 1 000', 'weeks and days'],
  ['dateToString', { date: '$nothing', onNull: 'none' }, 'none', 'of nothing'],
  ['dayOfMonth', '$at', 14],
  ['dayOfWeek', '$at', 3],
  ['dayOfYear', '$at', 134],
  ['hour', '$at', 9],
  ['hour', { date: '$at', timezone: '+08:00' }, 17, 'in a time zone'],
  ['hour', { date: '$at', timezone: 'UTC' }, 9, 'in UTC by name'],
  ['hour', '$missing', null, 'of nothing'],
  ['isoDayOfWeek', '$at', 2],
  ['isoWeek', '$at', 20],
  ['isoWeekYear', '$at', 2019],
  ['isoWeekYear', '$yearEnd', 2025, 'beyond the year'],
  ['millisecond', '$at', 686],
  ['minute', '$at', 38],
  ['month', '$at', 5],
  ['second', '$at', 51],
  ['week', '$at', 19],
  ['week', '$newYear', 0, 'before the first Sunday'],
  ['week', '$yearEnd', 52, 'of the last days'],
  ['year', '$at', 2019],
]
