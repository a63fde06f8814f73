// Decides what is the name in a name cell and what is a mark beside it: 张伟（大） and 张伟（小） are two children called 张伟.
import { normalizeName } from '../family'

const NAME = /^(?:[\p{Script=Han}·]{2,15}|[\p{Script=Latin}][\p{Script=Latin} .'’·-]+)$/u
const ANY_LETTER = /[\p{Script=Han}\p{Script=Latin}]/u
const BRACKETS = /[(\[【〔<]([^()[\]【】〔〕<>]*)[)\]】〕>]?/g
const STARS = /[*★☆#]/g
/** Marks that only tell namesakes apart, whoever else is in the file. */
const TELLS_APART =
  /^(?:大|小|男|女|男生|女生|[a-z]|\d{1,2}|[一二三四甲乙丙丁]|[大小]的?|老大|老二|哥哥?|弟弟?|姐姐?|妹妹?)$/i
/** Behind a name without a bracket: 张伟A, 张伟2. No name ends so. */
const BARE_MARK = /^(\p{Script=Han}[\p{Script=Han}·]+?)[ _-]?([A-Za-z]|\d{1,2})$/u
/** Only beside its counterpart: 张伟大 and 张伟小 in one class, 大张伟 and 小张伟. */
const COUNTERPARTS: Readonly<Record<string, string>> = { 大: '小', 小: '大', 男: '女', 女: '男' }

export interface ReadName {
  name: string
  /** Beside the name, in brackets or behind it. */
  mark?: string
  /** The mark is one that tells namesakes apart. */
  tellsApart?: boolean
  /** Unlike a name; `unusable`: not one letter in it. */
  suspect?: 'odd' | 'unusable'
}

/** 张　明 → 张明; 张伟（大） → 张伟 with the mark 大; 张伟B → 张伟 with the mark B. */
export function readName(text: string): ReadName {
  const marks = [...text.matchAll(BRACKETS)].map(([, mark = '']) => normalizeName(mark)).filter(Boolean)
  const whole = normalizeName(text.replace(BRACKETS, ' ').replace(STARS, ' '))
  const bare = marks.length === 0 ? BARE_MARK.exec(whole) : null
  const name = bare?.[1] ?? whole
  const mark = bare?.[2] ?? marks.join(' ')
  if (!ANY_LETTER.test(name)) return { name, suspect: 'unusable' }
  return {
    name,
    ...(mark && { mark, tellsApart: Boolean(bare) || TELLS_APART.test(mark) }),
    ...(!NAME.test(name) && { suspect: 'odd' as const }),
  }
}

/** 张伟大 beside 张伟小: the name both share, and the mark of this one. */
export function splitCounterpart(
  name: string,
  classmates: ReadonlySet<string>,
): { name: string; mark: string } | undefined {
  const letters = [...name]
  const [first = '', last = ''] = [letters[0], letters[letters.length - 1]]
  if (letters.length < 3) return undefined
  const behind = letters.slice(0, -1).join('')
  if (COUNTERPARTS[last] && classmates.has(behind + COUNTERPARTS[last])) return { name: behind, mark: last }
  const before = letters.slice(1).join('')
  if (COUNTERPARTS[first] && classmates.has(COUNTERPARTS[first] + before)) return { name: before, mark: first }
  return undefined
}

/** 张伟（大） on the roll; without a mark the name alone. */
export function nameOnRoll({ name, mark }: { name: string; mark?: string }): string {
  return mark ? `${name}（${mark}）` : name
}
