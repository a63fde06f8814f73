// Decides what the words and numbers of a cell are: phones with whose they are, names, yes and no; nothing is guessed.
import { normalizeName, readRelation } from '../family'
import { pattern } from '../pattern'
/** A mobile, a number with its area, or one of the town; separators inside, +86 before and an extension after do not count. */
const NUMBERS = pattern(
  String.raw`(?<!\d)(?:(?:\+|00)?86[- ]?)?(1[3-9]\d(?:[- .]?\d){8})(?!\d)|(?<!\d)(0\d{2,3}[- ]?[1-9]\d{6,7})(?!\d)|(?<!\d)([2-8]\d{6,7})(?!\d)`,
  'g',
)
/** Two mobiles with nothing between them. */
const JOINED = pattern(String.raw`(?<!\d)(1[3-9]\d{9})(?=1[3-9]\d{9}(?!\d))`, 'g')
const EXTENSION = /^(?:转|-|\*|#|ext\.?)\d{1,6}(?!\d)/i
const NAME = /^(?:[\p{Script=Han}·]{2,15}|[\p{Script=Latin}][\p{Script=Latin} .'’·-]+)$/u
/** Words beside a number or a name that are no name. */
const LABELS =
  /第?[一二三四\d]?监护人|家长|本人|电话|手机号?码?|号码|座机|备用|微信|同号|宅电|办公|单位|家里?|其他|联系人|常用|主|[\d一二]号|姓名|的|是|[或和及与]/g
const RELATIONS = pattern(
  String.raw`外祖[父母]亲?|祖[父母]亲?|母亲|妈妈|父亲|爸爸|爷爷|奶奶|外公|外婆|姥[爷姥]|(?<!\p{Script=Han})[父母爸妈](?!\p{Script=Han})`,
  'gu',
)
const STAFF = /老师|教师|班主任|校长|园长|主任|辅导员/
const PUPIL = /^(?:本人|自己|学生|学生本人|孩子|幼儿)$/

export interface Word {
  /** The number; '' where the cell has only a name. */
  phone: string
  name: string
  relation: string
}

export interface People {
  people: Word[]
  /** Digits that are no phone. */
  wrong: string[]
}

export const isPhoneLike = (text: string): boolean => new RegExp(NUMBERS).test(text) || new RegExp(JOINED).test(text)
export const isFlag = (text: string): boolean => /^(?:是|否|有|无|y|n|yes|no|√|✓|×|[01]|true|false)$/i.test(text)
export const isNameLike = (text: string): boolean => NAME.test(text)
export const namesStaff = (text: string): boolean => STAFF.test(text)
export const namesPupil = (text: string): boolean => PUPIL.test(text)

/** Every number of a cell, with the name and the relation written beside it: 爸：139…，妈：138…; 139…（爸）138…（妈）. */
export function readPeople(text: string): People {
  const spread = text.replace(JOINED, '$1 ')
  const found = [...spread.matchAll(NUMBERS)]
  if (found.length === 0) {
    const wrong = spread.match(/\d[\d .-]{3,}\d|\d\.\d+e\+?\d+/gi) ?? []
    return { people: readNames(spread), wrong }
  }
  const ends = found.map((match) => match.index + match[0].length)
  const between = found.map((match, at) => spread.slice(ends[at - 1] ?? 0, match.index))
  const after = spread.slice(ends[ends.length - 1] ?? 0)
  const leads = /\p{Script=Han}|\p{Script=Latin}/u.test(between[0] ?? '')
  const people = found.map((match, at): Word => {
    const beside = leads ? (between[at] ?? '') : (between[at + 1] ?? after)
    const words = beside.replace(EXTENSION, '')
    return { phone: (match[1] ?? match[2] ?? match[3] ?? '').replace(/\D/g, ''), ...readWords(words) }
  })
  const rest = [...between, after].map((part) => part.replace(EXTENSION, '')).join(' ')
  return { people, wrong: rest.match(/\d{5,}/g) ?? [] }
}

/** 张强、李梅 or 张强（父）: one person a part. */
function readNames(text: string): Word[] {
  return text
    .split(/[\/,，、;；|\n&]|\s{2,}/)
    .map((part) => ({ phone: '', ...readWords(part) }))
    .filter(({ name, relation }) => name || relation)
}

function readWords(text: string): { name: string; relation: string } {
  const relation = text.match(RELATIONS)?.[0] ?? ''
  const rest = text
    .replace(RELATIONS, ' ')
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[\d:：\/,，、;；|()+*#=~～—-]+/g, ' ')
    .trim()
  const bare = normalizeName(rest.replace(LABELS, '').trim() ? rest : '')
  return { name: isOnlyLabels(bare) ? '' : bare, relation }
}

function isOnlyLabels(text: string): boolean {
  return text.replace(LABELS, '').trim() === ''
}

/** The relation a row names, where it is one of a family. */
export function isOfFamily(relation: string): boolean {
  return (
    readRelation(relation) !== undefined ||
    /兄|弟|姐|妹|叔|伯|姑|姨|舅|继父|继母|养父|养母|亲属|亲戚|家长|监护/.test(relation)
  )
}
