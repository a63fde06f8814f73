// Decides what a heading says of the clauses under it: whom they speak to, and whether they list what is forbidden.
import { hint } from '../../pattern'
import type { Audience, Context } from '../types'

const HEADING_MOST = 22
const NOUNS = hint`
  (?:职责|须知|要求|规定|守则|范围|宗旨|总则|附则|公约|规范|管理|原则|时间|时段|内容|制度|细则|约定|责任|处理|处置|监督|成员|入群|进群|发布|信息|请假|考勤|说明|清单|行为|篇|纪律|义务|权利|方式|目的|规则|其他|其它|保障|考核|通知|沟通|联系|照片|家长|教师|老师|班主任|里有谁|发什么|时候发|的事|机制|定位|负担|方面|部分|事项)(?:[(][^()]*[)])?[:!]?$
`
const FORBIDS = hint`(?:禁止|严禁|不得|不准|不许|不要|不能|不可|不应|不发|不提倡|杜绝|谢绝|请勿|勿|负面清单|禁令|红线|禁区|底线|❌)`
const LISTS = hint`
  (?:以下|下列|下述|如下|这些|几[类种条项件]|行为|内容|信息|清单|负面|十不|五不|不准|不发什么|[:]$|底线|红线|事项)
`
const ALLOWS = hint`(?:可以发|可以|允许|鼓励|提倡|倡导|欢迎|应当|应该|要做到|正面清单|发什么)`
const TEACHERS = hint`(?:教师|老师|班主任|教职工|教职员|任课|群主|管理员|学管师|园方)`
const FAMILIES = hint`(?:家长|监护人|宝爸|宝妈|家庭|父母)`

/** Whom a heading speaks to, if to one side only. */
function audienceOf(heading: string): Audience | undefined {
  const teachers = TEACHERS.test(heading)
  const families = FAMILIES.test(heading)
  if (teachers === families) return undefined
  return teachers ? 'teachers' : 'families'
}

/** Whether a line is a heading: short, without an end, or one that ends in a colon. */
export function isHeading(words: string, isNumbered: boolean): boolean {
  const bare = words.replace(/[\s,【】《》"“”]/g, '')
  if (/:$/.test(bare)) return bare.length <= HEADING_MOST * 3
  if (bare.length > HEADING_MOST || /[。;!?,]/.test(words.replace(/[!。,\s]+$/, ''))) return false
  return NOUNS.test(bare) || (isNumbered && bare.length <= 12 && !/[。;]$/.test(bare))
}

/** What stands under a heading. */
export function contextOf(heading: string, above: Context): Context {
  const audience = audienceOf(heading) ?? above.audience
  const forbids = FORBIDS.test(heading) && LISTS.test(heading)
  const allows = !forbids && ALLOWS.test(heading) && LISTS.test(heading)
  return { heading, audience, stance: forbids ? 'no' : allows ? 'yes' : undefined }
}
