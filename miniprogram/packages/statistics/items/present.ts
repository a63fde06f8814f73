// Decides how each thing that a figure counts reads: what, of which class, by whom, when, and which page it leads to.
import type { CountedFigure, Instant, RollCounts, StatisticsItem, StatisticsItems } from '@class-pact/core/contract'
import { CONTACT_WAY_WORDS } from '@class-pact/core/register-words'
import { FOLLOW_UP_WORDS } from '@class-pact/core/slip-words'
import { URGENT_WORDS } from '../../../domains/notice/words'
import { presentPeriod } from '../../../domains/statistics/period'
import { FIGURE_WORDS, isOfToday, ruleTitle } from '../../../domains/statistics/rows'
import { formatClass, formatDate, formatDueTime, formatMoment } from '../../../services/format'
import { ROUTES } from '../../../services/routes'
import { sayMinutes } from '../replies/present'

export interface ItemView {
  key: string
  title: string
  lines: string[]
  /** Empty: nobody but those whom it concerns may open it. */
  url: string
  label: string
}
export interface ItemsView {
  title: string
  /** 三（2）班，8月31日到今天，共3份 */
  about: string
  /** What a rate is made of: 应签收80人次，家长已签76，电话或纸质2，未送达2 */
  sums: string
  unit: string
  rows: ItemView[]
  note: string
}
/** What the list is opened with. */
interface Opened {
  schoolId: string
  who: string
  rule: string
  now: Instant
}

/** What went to one family has no title for others (C24). */
const PRIVATE = '写给一个家庭的通知'
const GONE = '已离任的老师'
const NOTES: Partial<Record<CountedFigure, string>> = {
  refused: '只有时间、条款和结果，没有内容。',
  held: '只有时间、条款和结果，没有内容。',
  replies: '只看多久回复，不看写了什么。安静时间不算在内。',
  contacts: '只看谁、什么时候、怎么联系，不看联系了谁、说了什么。',
  slips: '一份通知，每个班算一份回执。',
  rolls: '一个班一天算一条，上午下午各点一次名，所以是人次。',
}

export function presentItems(list: StatisticsItems, { schoolId, who, rule, now }: Opened): ItemsView {
  const { figure, items, total } = list
  const { word, unit } = FIGURE_WORDS[figure]
  const days = isOfToday(figure) ? '截至今天' : presentPeriod(list, now).text
  return {
    title: word,
    about: [who, rule && `${rule} ${ruleTitle(rule)}`, days, `共${total}${unit}`].filter(Boolean).join('，'),
    sums: saySums(list),
    unit,
    rows: items.map((item, index) => presentItem(item, index, schoolId, now)),
    note: NOTES[figure] ?? '',
  }
}

/** The same numbers as the rate one came from. */
function saySums({ slips, rolls }: StatisticsItems): string {
  if (slips) {
    const { total, signed, followed } = slips
    return `应签收${total}人次，家长已签${signed}，电话或纸质${followed}，未送达${total - signed - followed}`
  }
  return rolls ? `应到${rolls.total}人次，${sayRoll(rolls)}` : ''
}

/** Late and early are there. */
const sayRoll = ({ present, late, early, leave, absent }: RollCounts) =>
  `到校${present + late + early}，请假${leave}，未到${absent}`

function presentItem(item: StatisticsItem, index: number, schoolId: string, now: Instant): ItemView {
  const { title, lines, url } = describe(item, schoolId, now)
  const said = lines.map((line) => line.filter(Boolean).join('，')).filter(Boolean)
  return { key: `${item.at}.${index}`, title, lines: said, url, label: [title, ...said].join('，') }
}

interface Described {
  title: string
  lines: string[][]
  url: string
}

function describe(item: StatisticsItem, schoolId: string, now: Instant): Described {
  const { at, by = GONE, classId, className = '' } = item
  const where = formatClass(className)
  const when = formatMoment(at, now)
  switch (item.kind) {
    case 'post': {
      const { noticeId, title, urgent, releasedAt } = item
      const page = classId ? ROUTES.notice({ noticeId, classId }) : ROUTES.noticeFigures({ noticeId })
      const why = urgent ? [URGENT_WORDS[urgent.cause], urgent.reason] : []
      const waited = releasedAt === undefined ? [] : [`等到${formatMoment(releasedAt, now)}送达`]
      return {
        title: title ?? PRIVATE,
        lines: [[where || '多个班', by, when], why, waited],
        url: title === undefined ? '' : page,
      }
    }
    case 'verdict':
      return {
        title: item.rules.map(ruleTitle).join('、') || FIGURE_WORDS[item.verdict === 'hold' ? 'held' : 'refused'].word,
        lines: [[where || '多个班', by, when], [item.rules.join(' ')]],
        url: classId ? ROUTES.log({ classId }) : '',
      }
    case 'line': {
      const { noticeId, title, no, name, way, deadline } = item
      const told = way ? [FOLLOW_UP_WORDS[way], by, when] : [`${formatDueTime(deadline ?? at, now)}前，已过`]
      return {
        title: [no, name].filter(Boolean).join(' '),
        lines: [[title ?? PRIVATE, where], told],
        url: title === undefined ? '' : ROUTES.board({ noticeId, classId: item.classId }),
      }
    }
    case 'reply':
      return {
        title: where || '家长来信',
        lines: [
          [by, when],
          [`用了${sayMinutes(item.minutes)}`, item.inTime ? '在公约时间内' : '超过公约时间'],
        ],
        url: classId ? ROUTES.replies({ classId }) : '',
      }
    case 'register':
      return {
        title: item.title,
        lines: [[where, item.by ?? '', `${formatDueTime(at, now)}前`]],
        url: ROUTES.registerTable({ register: item.register, schoolId, ...(classId && { classId }) }),
      }
    case 'contact':
      return {
        title: CONTACT_WAY_WORDS[item.way],
        lines: [[where, by, when]],
        url: item.register
          ? ROUTES.registerTable({ register: item.register, schoolId, ...(classId && { classId }) })
          : '',
      }
    case 'slip': {
      const { noticeId, title, counts } = item
      return {
        title,
        lines: [
          [where, when],
          [`签${counts.signed}/${counts.total}`, `电话或纸质${counts.followed}`, `未送达${counts.missing}`],
        ],
        url: ROUTES.board({ noticeId, classId: item.classId }),
      }
    }
    case 'roll':
      return {
        title: where,
        lines: [[formatDate(item.day), `应到${item.counts.total}人次`], [sayRoll(item.counts)]],
        url: ROUTES.attendanceDay({ schoolId, day: item.day }),
      }
  }
}
