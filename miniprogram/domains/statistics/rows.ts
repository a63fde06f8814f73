// Decides how a figure stands in a line and which list it leads to: what it counts, one by one (X02–X04, G09).
import type {
  ContactWay,
  CountedFigure,
  Figures,
  FollowUpWay,
  RuleCount,
  StaffFigures,
} from '@class-pact/core/contract'
import { isRuleId, RULES } from '@class-pact/core/pact'
import { CONTACT_WAY_WORDS } from '@class-pact/core/register-words'
import { FOLLOW_UP_WORDS } from '@class-pact/core/slip-words'
import { STATISTICS_ROUTES, type OfFigure } from './routes'

export interface FigureRow {
  key: string
  word: string
  /** What it is made of, or which days are meant. */
  sub: string
  value: string
  /** Empty: there is nothing to open. */
  url: string
  label: string
}

/** Somebody's figures, or a class's: a line that opens. */
export interface FoldView {
  key: string
  name: string
  sub: string
  /** What is not naught, in a line. */
  text: string
  rows: FigureRow[]
}

/** Whom a figure is about, and on which days; absent: the reader may not see what is counted. */
export type About = Omit<OfFigure, 'figure' | 'rule'>

interface FigureWord {
  word: string
  unit: string
}
export const FIGURE_WORDS: Record<CountedFigure, FigureWord> = {
  posts: { word: '发出的通知', unit: '份' },
  late: { word: '安静时间写的', unit: '份' },
  overrides: { word: '紧急发出', unit: '份' },
  refused: { word: '没能发出', unit: '次' },
  held: { word: '先审核', unit: '次' },
  follow_ups: { word: '跟进', unit: '次' },
  owed: { word: '待跟进', unit: '人次' },
  replies: { word: '回复家长', unit: '次' },
  registers_done: { word: '台账已做', unit: '项' },
  registers_overdue: { word: '台账逾期', unit: '项' },
  contacts: { word: '联系家长', unit: '次' },
  slips: { word: '回执', unit: '份' },
  rolls: { word: '出勤', unit: '条' },
}
/** So few wrote that the figure would tell of one person. */
export const TOO_FEW = '人数太少，不显示'
/** Registers are not of a range. */
const AS_OF_TODAY = '截至今天'
export const isOfToday = (figure: CountedFigure): boolean =>
  figure === 'registers_done' || figure === 'registers_overdue'

export function newRow(row: Pick<FigureRow, 'key' | 'word' | 'value'> & Partial<FigureRow>): FigureRow {
  const { word, value, sub = '', url = '' } = row
  return { sub, url, label: [word, value, sub].filter(Boolean).join('，'), ...row }
}

/** A figure that leads to its list; naught leads nowhere. */
export function countRow(figure: CountedFigure, count: number | undefined, about?: About, sub = ''): FigureRow {
  const { word, unit } = FIGURE_WORDS[figure]
  if (count === undefined) return newRow({ key: figure, word, value: TOO_FEW })
  const url = about && count > 0 ? STATISTICS_ROUTES.figureItems({ ...about, figure }) : ''
  return newRow({ key: figure, word, sub, value: `${count}${unit}`, url })
}

/** 电话3，纸质1 */
function sayWays<Way extends string>(ways: Record<Way, number>, words: Record<Way, string>): string {
  const used = (Object.keys(words) as Way[]).filter((way) => ways[way] > 0)
  return used.map((way) => `${words[way]}${ways[way]}`).join('，')
}
export const sayFollowUps = (ways: Record<FollowUpWay, number>): string => sayWays(ways, FOLLOW_UP_WORDS)
export const sayContacts = (ways: Record<ContactWay, number>): string => sayWays(ways, CONTACT_WAY_WORDS)

/** What a class, a grade or a school did beyond its rates (X02–X04). */
export function presentCounts(figures: Figures, about?: About): FigureRow[] {
  const { followUps, notices, overrides, refusals, held } = figures
  return [
    countRow('posts', notices, about),
    countRow('follow_ups', followUps.done, about, sayFollowUps(followUps.ways)),
    countRow('owed', followUps.owed, about, followUps.owed > 0 ? '过了时限还没通知到' : ''),
    countRow('overrides', overrides, about),
    countRow('refused', refusals, about),
    countRow('held', held, about),
  ]
}

/** Done and overdue, as they stand today. */
export const presentRegisters = ({ done, overdue }: StaffFigures['registers'], about?: About): FigureRow[] => [
  countRow('registers_done', done, about, AS_OF_TODAY),
  countRow('registers_overdue', overdue, about, AS_OF_TODAY),
]

export const ruleTitle = (rule: string): string => (isRuleId(rule) ? RULES[rule].title : rule)

/** Refused and held posts of each rule, each with its own list (X03). */
export function presentRules(rules: readonly RuleCount[], about?: About): FigureRow[] {
  return rules.flatMap(({ rule, refused, held }) =>
    [['refused', refused] as const, ['held', held] as const].flatMap(([figure, count]) => {
      if (count === 0) return []
      const { word, unit } = FIGURE_WORDS[figure]
      const url = about ? STATISTICS_ROUTES.figureItems({ ...about, figure, rule }) : ''
      return [
        newRow({
          key: `${rule}.${figure}`,
          word: ruleTitle(rule),
          sub: `${rule}，${word}`,
          value: `${count}${unit}`,
          url,
        }),
      ]
    }),
  )
}

/** Everything one of the staff did (G08, G09). */
export function presentStaffRows(figures: StaffFigures, about?: About): FigureRow[] {
  const { posts, late, overrides, refused, held, rules, followUps, contacts, replies, repliesInTime, registers } =
    figures
  return [
    countRow('posts', posts, about),
    countRow('late', late, about, late > 0 ? `其中紧急${overrides}份` : ''),
    countRow('overrides', overrides, about),
    countRow('refused', refused, about, sayRules(rules, 'refused')),
    countRow('held', held, about, sayRules(rules, 'held')),
    countRow('follow_ups', followUps, about),
    countRow('contacts', contacts, about),
    countRow('replies', replies, about, replies > 0 ? `在公约时间内${repliesInTime}次` : ''),
    ...presentRegisters(registers, about),
  ]
}

/** C18 2次，C20 1次 */
function sayRules(rules: readonly RuleCount[], figure: 'refused' | 'held'): string {
  return rules.flatMap((each) => (each[figure] > 0 ? [`${each.rule} ${each[figure]}次`] : [])).join('，')
}

/** 发出的通知5份，紧急发出1份: what is not naught, in a line. */
export function sayRows(rows: readonly FigureRow[], nothing: string): string {
  const said = rows.filter(({ value }) => !value.startsWith('0')).map(({ word, value }) => `${word}${value}`)
  return said.join('，') || nothing
}
