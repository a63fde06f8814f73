// Decides what a heading says: what stands below it, and whose it is; what no class needs is not read (M12).
import type { RosterOwner } from './contract'

export type Kind =
  'serial' | 'class' | 'grade' | 'number' | 'name' | 'nickname' | 'sex' | 'relation' | 'phone' | 'flag' | 'ignored'

export interface Heading {
  kind: Kind
  /** Absent: the heading does not say. */
  owner?: RosterOwner
  /** The person it names: 成员1, 监护人2, 母亲, 班主任. */
  person?: string
}

/** Words for whose something is, longest first within an owner; the last one of a heading counts: 学生家长电话. */
const OWNERS: [RosterOwner, RegExp][] = [
  [
    'family',
    /(?:家庭)?成员\d*|第?[一二三四1-4]?监护人\d*|家长[\d一二三四]*|母亲|妈妈|父亲|爸爸|外祖[父母]|祖[父母]|爷爷|奶奶|外公|外婆|姥[爷姥]|家属\d*|亲属\d*|亲人\d*|家人\d*|家庭|[父母](?![语校])|抚养人/g,
  ],
  [
    'staff',
    /(?:正|副|配|主班|配班|带班|任课|科任|语文|数学|英语|生活)?(?:班主任|教师|老师|保育员?|校长|园长|辅导员|导师|年级组长|主任|书记|教官)|配班|主班|司机|跟车员|校医|校车|学校|校办|办公室?|幼儿园|负责人|经办人|填表人|录入员?/g,
  ],
  ['pupil', /学生|幼儿|孩子|宝宝|儿童|小朋友|新生|本人|学员|考生|^(?:中文|真实)?(?=姓名|名字)/g],
  ['unknown', /紧急联[系络]人?[\d一二三]*|应急联[系络]人?\d*|联[系络]人[\d一二三四]*|接送人\d*|邻居|其他人/g],
]

const PHONE = /电话|手机|联[系络]方式|联[系络]号|^联[系络]$|^(?:号码|tel|phone|mobile)|座机|短号/i
const RELATION = /关系|称谓|称呼|身份$/
/** 与学生关系 says nothing about whose relation it is. */
const OF_THE_CHILD = /[与和]?(?:学生|幼儿|孩子|宝宝|本人|儿童|该生)(?:之间)?的?/
const NUMBER = /学号|座号|座位号|学生编号|考号|班内号|班号内/
/** Never needed, or nobody's business. */
const PRIVATE =
  /身份证|证件|学籍|住址|地址|户口|户籍|出生|生日|年龄|民族|籍贯|单位|职业|职务|学历|微信|qq|邮箱|备注|政治|健康|血型|照片|签[字名]|日期|曾用名|英文名|拼音|邮编|港澳台|国籍|残疾|宿舍|寝室|文化程度/i
const FLAG = /^(?:是否|是不是|有无)|是否|[?？]$/

/** A heading as it is compared: without brackets' content, stars and stops. */
function readLabel(heading: string): string {
  return heading.replace(/\([^)]*\)|[*:：、。.]/g, '')
}

/** What a heading means; undefined where it is no heading we know. */
export function readHeading(heading: string): Heading | undefined {
  const label = readLabel(heading) || heading.replace(/[*:：、。.()]/g, '')
  if (!label) return undefined
  const kind = kindOf(label)
  if (!kind) return undefined
  const named = kind === 'relation' ? label.replace(OF_THE_CHILD, '') : label
  const whose = ownerOf(named) ?? ownerOf(kind === 'relation' ? '' : heading)
  const person = whose && whose.owner !== 'pupil' ? whose.word : undefined
  return { kind, ...(whose && { owner: whose.owner }), ...(person && { person }) }
}

function kindOf(label: string): Kind | undefined {
  if (/^(?:序号|序列|序|编号|no|num)$/i.test(label)) return 'serial'
  if (FLAG.test(label)) return 'flag'
  if (RELATION.test(label)) return 'relation'
  if (/性别|^性$/.test(label)) return 'sex'
  const phone = PHONE.test(label)
  if (PRIVATE.test(label) && !(phone && /住址|地址|家庭/.test(label))) return 'ignored'
  if (phone) return 'phone'
  if (/小名|乳名|昵称|爱称/.test(label)) return 'nickname'
  if (/姓名|名字|^name$|^名单$/i.test(label)) return 'name'
  if (NUMBER.test(label)) return 'number'
  if (/班级|班别|行政班|所在班|教学班|^班$|^班[名号]$|^class$/i.test(label)) return 'class'
  if (/年级|年段|^级$|^grade$/i.test(label)) return 'grade'
  if (/信息|情况|资料/.test(label)) return undefined
  const whose = ownerOf(label)
  return whose && label.replace(whose.word, '').length <= PERSON_REST_MAX ? 'name' : undefined
}

/** 家长1 and 班主任老师 name somebody; 家庭经济情况 does not. */
const PERSON_REST_MAX = 2

function ownerOf(label: string): { owner: RosterOwner; word: string } | undefined {
  let last: { owner: RosterOwner; word: string; at: number; end: number } | undefined
  for (const [owner, words] of OWNERS) {
    for (const found of label.matchAll(words)) {
      const end = found.index + found[0].length
      if (!last || end > last.end || (end === last.end && found.index < last.at)) {
        last = { owner, word: found[0], at: found.index, end }
      }
    }
  }
  return last && { owner: last.owner, word: last.word }
}

/** Headings that begin the columns of a child. */
export function isChildHeading({ kind, owner }: Heading): boolean {
  if (kind === 'name') return owner === undefined || owner === 'pupil'
  return ['serial', 'class', 'grade', 'number', 'sex', 'nickname'].includes(kind)
}
