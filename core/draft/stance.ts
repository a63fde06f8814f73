// Decides how a clause speaks of a word in it: forbids it, allows it, gives it as a reason, or only names it.
import { anyOf, hint } from '../pattern'
import type { Context, Stance } from './types'

/** Words that forbid. 不 in a word of its own (不同, 不良, 不文明) forbids nothing. */
export const NO_WORDS = anyOf`
  严禁|禁止|杜绝|谢绝|拒绝|抵制|严防|零容忍|制止|反对|请勿|切勿|万勿|勿|切忌|忌(?!日)|莫(?!名|过)|甭|唔好|唔使|千祈|不兴|不让|免(?!费|疫|得|打扰|责|除)
  别(?!人|的|处|墅|家|致|名|班|具|出|上|扭|孩|忘|断|院|校|漏|让老师一)
  少(?=发|用|刷|聊|说|晒|转)|远离|不(?!仅|但|断|同|足|良|实|文明|法|利|明|妥|经|到|管|论|少(?!发)|超过?|大于|多于|晚于|早于|高于|低于|过(?!度)|止|定|妨|如|好|便|和谐|健康|安|对|理解|清|了解|满|知|舒|适|同意|听|守|按|服|改|遵|影响|行[,。]|能(?:及时|保证|解决|到|来)|正|愿|懂|真|必要|方便|幸|宜的|当(?:言|信|内|行|交)|礼貌|负责任?的|友|雅|端|积极|完整|准时|予|敢|必[^一]{0,2}担心|是(?:要|不)|得不|只|光|久|睡|解|一定|一样|在(?:校|家|场)|受|起眼|遗余力|误|会(?:做|写|用|上|的)|用说)
  一律不|均不|概不|没有?(?!必要|时间|空|收到|关系|事|到|来|看|写|特别|特殊|说明|请|注|经|交|未|填|取得|得到|许可|批准|见|能)|不可以|不行|不允许
  收一收|收起来|手下留情|另建|到别处|别处去|憋一憋|不是(?=[^,。;]{0,6}(?:平台|市场|集市|广告|朋友圈|战场|场所|地方|菜|商))|谢绝|远离|告别|(?:应当?|应该|请|须|要|尽量|务必|尽可能)避免|恕不|另(?:外|行)?(?:拉|建)群|另外建群|(?:去|到)(?:别的|其他|自己的?)群|(?:发|去)(?:自己)?朋友圈|绕行|绕道|止步|免了|省了|退回|非(?=聊天|卖场|集市|工作群)|毋|切莫|不兴
`
/** Words that allow, or ask for. */
export const YES_WORDS = anyOf`
  可以|可(?=在|发|用|于|将|由|通|自|与|向|私|适|随|转|上|直|单|先|进|给|随|和)|允许|准许|欢迎|鼓励|提倡|倡导|支持|但是?(?=请|可)|应当?(?!众|用|试|酬|对|急|该?避免)|须(?!知)|必须|务必|方可|才能|请(?!假|勿|不|出|示|求|客|吃|各位|大家|家长|您不|别|他|她|其|全班)|改为|而是
`
/** What stands behind these is a reason. */
const AIM = anyOf`以免|免得|以防|防止|避免|为防|省得|为了|为避免|导致|造成|容易|不利于|影响|因为|由于|免受|引起`
/** Behind a word: who does it is stopped. */
const STOPPED = hint`
  ^[^。;]{0,10}(?:者|的)[^。;]{0,12}(?:移出|踢|清退|请出|清出|禁言|退群|撤回|删|谢绝|请.{0,4}(?:另|到别|绕道|止步|出门)|出门左转)
`
const AFTER_MOST = 18
const LIST_MOST = 40
/** 广告、投票,请不要发到群里来: nothing else is forbidden. */
const OWN_MOST = 8

interface Mark {
  start: number
  end: number
  stance: 'no' | 'yes' | 'aim'
}

/** 可不可以, 好不好 asks. */
const isQuestion = (text: string, at: number) => text[at] === '不' && at > 0 && text[at - 1] === text[at + 1]

/** What governs the words of a clause, found once for all that is asked of it. */
export class Stances {
  private readonly marks: Mark[]

  constructor(
    private readonly text: string,
    private readonly context: Pick<Context, 'stance'>,
  ) {
    const found = (source: RegExp, stance: Mark['stance']) =>
      [...text.matchAll(source)].map(({ index, 0: words }) => ({ start: index, end: index + words.length, stance }))
    const no = found(NO_WORDS, 'no').filter(({ start }) => !isQuestion(text, start))
    this.marks = [...no, ...found(AIM, 'aim'), ...found(YES_WORDS, 'yes')].sort((a, b) => a.start - b.start)
    // 不可以 forbids: what lies within another mark says nothing of its own.
    this.marks = this.marks.filter(
      (mark, at) => !this.marks.slice(Math.max(0, at - 4), at).some((other) => other.end > mark.start),
    )
  }

  /** How the clause speaks of what stands from `start` to `end`. */
  of(start: number, end: number): Stance {
    if (this.marks.some((mark) => mark.stance === 'no' && mark.start >= start && mark.end <= end)) return 'no'
    const before = this.governing(start)
    const phrase = this.phraseStart(start)
    if (before && before.start >= phrase && before.stance === 'no') return 'no'
    const after = this.after(end)
    if (after && (!before || before.start < phrase || before.stance !== 'yes' || after.start < end + AFTER_MOST))
      return 'no'
    if (before && this.reaches(before, start)) return before.stance
    if (STOPPED.test(this.text.slice(end, end + LIST_MOST))) return 'no'
    return this.context.stance ?? 'plain'
  }

  /** Whether anything is forbidden here at all. */
  get forbids(): boolean {
    return this.context.stance === 'no' || this.marks.some(({ stance }) => stance === 'no')
  }

  /** Whether anything is allowed or asked for. */
  get asks(): boolean {
    return this.marks.some(({ stance }) => stance === 'yes')
  }

  private governing(start: number): Mark | undefined {
    let found: Mark | undefined
    for (const mark of this.marks) {
      if (mark.start >= start) break
      found = mark
    }
    return found
  }

  private phraseStart(at: number): number {
    return (
      Math.max(
        this.text.lastIndexOf(',', at - 1),
        this.text.lastIndexOf(':', at - 1),
        this.text.lastIndexOf('。', at - 1),
      ) + 1
    )
  }

  /** The word behind that forbids it: 广告一律不发; in a list also behind a comma: 投票、点赞,统统不要发. */
  private after(end: number): Mark | undefined {
    const mark = this.marks.find(({ start }) => start >= end)
    if (!mark || mark.stance !== 'no' || mark.start > end + LIST_MOST) return undefined
    const between = this.text.slice(end, mark.start)
    // 批评等手段,严禁体罚: a word that has words of its own behind it forbids those.
    const own = /^[^,。;]*/.exec(this.text.slice(mark.end))?.[0].length ?? 0
    if (/[,:]/.test(between) && own > OWN_MOST && !/,[^,]*(?:一律|一概|都|均|通通|统统|全)[^,]*$/.test(between))
      return undefined
    if (!/[,:。;]/.test(between)) return between.length <= AFTER_MOST || /[、等的]/.test(between) ? mark : undefined
    return /^[^,:。;]{0,24},(?:一律|一概|都|均|通通|统统|坚决|请|也|全|皆|在群里?|群里?|麻烦|咱们?就?|我们就?|就){0,3}$/.test(
      between,
    )
      ? mark
      : undefined
  }

  /** A word that forbids rules over a list; a reason or a permission over its own phrase and what belongs to it. */
  private reaches(mark: Mark, start: number): boolean {
    const between = this.text.slice(mark.end, start)
    if (mark.stance === 'no')
      return (
        !/[。;]/.test(between) && !/,(?:如(?=有|果|需|遇)|若|但|有|老师|家长|教师|可|只|仅|由|群|重要|急)/.test(between)
      )
    return !/[,。;:]/.test(between) || (mark.stance === 'yes' && between.length <= LIST_MOST && !/[。;]/.test(between))
  }
}

/** Whether anything in these words is forbidden. */
export const mayForbid = (words: string): boolean => new Stances(words, {}).forbids
