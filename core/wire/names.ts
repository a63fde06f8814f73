// Decides what can be a person's name and what a subject: letters of any script, no digits, no address.

/** Letters with their marks, what parts a name, and characters of the private zone that old rosters bring along. */
const NAME = /^[\p{L}\p{M}\p{Co}〇 ·・•‧∙⋅.'’\u2010\-]+$/u
const SUBJECT = /^[\p{L}\p{M}〇 ·・•()（）/／、&＆+＋\-]+$/u
const LETTER = /\p{L}/u
/** abc.com, www.abc */
const ADDRESS = /www\.|\.(?:com|cn|net|org|top|xyz|vip|cc|io|me|info|club|shop|site|online|wang|ltd)(?![\p{L}])/iu
/** Seven numerals in a row are a number to call. */
const NUMERALS = /[〇零○一二三四五六七八九十两幺壹贰叁肆伍陆柒捌玖]{7}/u

const isPlain = (written: string) => LETTER.test(written) && !ADDRESS.test(written) && !NUMERALS.test(written)

/** 张三, 阿依古丽·买买提, Anne-Marie O’Neil, 𠮷野 */
export const isPersonName = (written: string): boolean => NAME.test(written) && isPlain(written)

/** 语文, 道德与法治, 科学/综合 */
export const isSubject = (written: string): boolean => SUBJECT.test(written) && isPlain(written)

/** A name somebody signs with: at least two letters, or one Chinese character and another. */
export const isSignature = (written: string): boolean =>
  isPersonName(written) && (written.match(/\p{L}/gu) ?? []).length >= 2
