// Decides what a column means, from its heading; what a class does not need is not read (M12).
import { readRelation } from '../family'
import { mergeOver, readCompact } from './cells'
import type { Sheet } from './types'

export type Meaning =
  | 'serial'
  | 'class'
  | 'grade'
  | 'number'
  | 'name'
  | 'nickname'
  | 'contact_name'
  | 'contact_relation'
  | 'contact_phone'
  | 'ignored'

export interface Column {
  index: number
  header: string
  meaning: Meaning
  /** Which contact it belongs to; only for contact columns. */
  contact?: number
  /** 妈妈 in 妈妈电话. */
  relation?: string
}

const PERSON = /母亲|妈妈|父亲|爸爸|爷爷|奶奶|外公|外婆|姥爷|姥姥|祖父|祖母|监护人|家长|联系人|亲属|^[父母]/
const PHONE = /电话|手机|联系方式|号码|^tel|^phone|^mobile/i
const RELATION = /关系|称谓|称呼/
/** Never needed, or nobody's business. */
const PRIVATE =
  /身份证|证件|学籍|住址|地址|户口|户籍|出生|生日|年龄|民族|籍贯|单位|职业|职务|学历|微信|邮箱|性别|备注|政治|健康|血型|照片|签[字名]|日期|曾用名|英文名|拼音/
const STAFF = /班主任|教师|老师|保育|校长|园长/
const GROUP = /^[^:]*(?:信息|情况|家长|监护人|学生|幼儿|父|母|妈|爸|联系|基本|亲属|家庭|序号)[^:]*$/
const GROUP_LENGTH_MAX = 10
const NAME =
  /^(?:学生|幼儿|孩子|宝宝|儿童|小朋友|新生|本人|中文)?(?:信息|情况|基本信息)?(?:姓名|名字)$|^(?:学生|幼儿|孩子|宝宝|儿童|小朋友)$|^name$/i

/** What a heading means; undefined where it is no heading we know. */
function meaningOf(heading: string): Meaning | undefined {
  const label = heading.replace(/\([^)]*\)|[*:：、。.]/g, '')
  if (!label) return undefined
  if (/^(?:序号|序列|序|编号|no|num)$/i.test(label)) return 'serial'
  if (PRIVATE.test(label) && !RELATION.test(label)) return 'ignored'
  if (NAME.test(label)) return 'name'
  if (/小名|乳名|昵称|爱称/.test(label)) return 'nickname'
  if (PERSON.test(label) || RELATION.test(label) || PHONE.test(label)) {
    if (PHONE.test(label)) return 'contact_phone'
    return RELATION.test(label) ? 'contact_relation' : 'contact_name'
  }
  if (STAFF.test(label)) return 'ignored'
  if (/学号|座号|座位号|学生编号|考号/.test(label)) return 'number'
  if (/班级|班别|行政班|所在班|教学班|^班$|^class$/i.test(label)) return 'class'
  if (/年级|年段|^grade$/i.test(label)) return 'grade'
  return undefined
}

export interface Header {
  /** First and last row of the heading, 0-based. */
  top: number
  bottom: number
  columns: Column[]
}

const known = (row: readonly string[]) => row.filter((label) => meaningOf(label) !== undefined).length

/** The headings that stand in a sheet, top to bottom; a sheet may hold several lists. */
export function findHeaders(sheet: Sheet): Header[] {
  const labels = sheet.rows.map((row) => row.map(readCompact))
  const headers: Header[] = []
  for (let at = 0; at < labels.length; at++) {
    const row = labels[at] ?? []
    const nameColumn = row.findIndex((label) => meaningOf(label) === 'name')
    const filled = row.filter(Boolean).length
    if (nameColumn < 0 || (known(row) < 2 && filled > 1)) continue
    const above = labels[at - 1] ?? []
    const below = labels[at + 1] ?? []
    const groupedAbove = at - 1 > (headers[headers.length - 1]?.bottom ?? -1) && isGroups(above)
    const continued = !below[nameColumn] && known(below) >= 1 && !hasData(below)
    const [top, bottom] = [groupedAbove ? at - 1 : at, continued ? at + 1 : at]
    headers.push({ top, bottom, columns: readColumns(sheet, labels, top, bottom) })
    at = bottom
  }
  return headers
}

/** Headings over headings: 学生信息, 家长1, 母亲. */
function isGroups(row: readonly string[]): boolean {
  const filled = row.filter(Boolean)
  return filled.length >= 2 && filled.every((label) => GROUP.test(label) && label.length <= GROUP_LENGTH_MAX)
}

/** Headings hold no phone numbers, serials or long digits. */
function hasData(row: readonly string[]): boolean {
  return row.some((label) => /^\d+$|\d{5,}/.test(label))
}

function readColumns(sheet: Sheet, labels: string[][], top: number, bottom: number): Column[] {
  const width = Math.max(...labels.slice(top, bottom + 1).map((row) => row.length))
  const columns: Column[] = []
  let group = ''
  let named = false
  for (let index = 0; index < width; index++) {
    const upper = labels[top]?.[index] ?? ''
    const lower = top === bottom ? '' : (labels[bottom]?.[index] ?? '')
    if (upper) group = upper
    const spanned = upper || (mergeOver(sheet, top, index) || lower ? group : '')
    const header = top === bottom ? upper : lower ? lower : upper
    if (!header) continue
    const own = meaningOf(header)
    const inGroup = lower && spanned !== lower ? meaningOf(`${spanned}${lower}`) : undefined
    let meaning = own === 'name' && inGroup ? inGroup : (own ?? inGroup ?? 'ignored')
    if (meaning === 'name' && named) meaning = 'contact_name'
    named ||= meaning === 'name'
    const relation = readRelation(header) ? header : readRelation(spanned) && lower ? spanned : ''
    columns.push({ index, header, meaning, ...(relation && { relation: relationWord(relation) }) })
  }
  return groupContacts(columns)
}

/** 妈妈电话 → 妈妈 */
function relationWord(heading: string): string {
  return (/母亲|妈妈|父亲|爸爸|爷爷|奶奶|外公|外婆|姥爷|姥姥|祖父|祖母|[父母]/.exec(heading) ?? [''])[0]
}

/** Ties relations and phones to the person they stand beside, or to the person they name. */
function groupContacts(columns: Column[]): Column[] {
  let current = -1
  let open: Partial<Record<Meaning, true>> = {}
  const byRelation = new Map<string, number>()
  return columns.map((column) => {
    if (!column.meaning.startsWith('contact_')) return column
    const related = column.relation ? byRelation.get(column.relation) : undefined
    const begins = column.meaning === 'contact_name' || open[column.meaning] || current < 0
    if (related === undefined && begins) {
      current++
      open = {}
      if (column.relation) byRelation.set(column.relation, current)
    }
    open[column.meaning] = true
    return { ...column, contact: related ?? current }
  })
}
