// Decides which values a subscription message may carry, by the type in a field's name (「发送订阅消息 / 订阅消息参数值内容限制说明」).

const HAN = String.raw`\p{sc=Han}`
/** 符号: 除中文、英文、数字外的常见符号，不能带有换行等控制字符. */
const SIGN = String.raw`[\p{P}\p{S} ]`
const CONTROL = /[\p{C}\p{Zl}\p{Zp}]/u

const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const MONTH = '(0?[1-9]|1[0-2])'
const DAY = String.raw`(0?[1-9]|[12]\d|3[01])`
/** y年m月d日, y年m月, m月d日, or with -, / or . between. */
const DATE = String.raw`(\d{4}年${MONTH}月(${DAY}日)?|${MONTH}月${DAY}日|\d{4}[-/.]${MONTH}([-/.]${DAY})?|${MONTH}[-/.]${DAY})`
/** One moment, or two with ~ between. */
const span = (moment: string) => new RegExp(`^${moment}(~${moment})?$`)

const FORMS: Record<string, RegExp> = {
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: new RegExp(`^${SIGN}{1,5}$`, 'u'),
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: span(`(${DATE} ?)?${CLOCK}`),
  date: span(`${DATE}( ?${CLOCK})?`),
  amount: /^\p{Sc}?(?=[\d.]{1,11}元?$)\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: new RegExp(`^${HAN}?[A-Za-z\\d]{1,7}${HAN}?$`, 'u'),
  // 10个以内纯汉字或20个以内纯字母或符号；中文和字母混合按中文名算，10个字内.
  name: new RegExp(`^(?=.*[${HAN}A-Za-z])([${HAN}A-Za-z]{1,10}|([A-Za-z]|${SIGN}){1,20})$`, 'u'),
  phrase: new RegExp(`^${HAN}{1,5}$`, 'u'),
}
/** `thing`, and what a number of characters alone decides. */
const LONGEST: Record<string, number> = { thing: 20, car_number: 8 }

/** What WeChat says of data it does not take, as `errmsg` has it; undefined: it takes them. */
export function faultOf(data: unknown, fields: readonly string[] | undefined): string | undefined {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  for (const field of fields ?? Object.keys(given)) {
    const { value } = (given[field] ?? {}) as { value?: unknown }
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    if (text.trim() === '') return `data.${field}.value is empty`
    if (!isTaken(field, text)) return `data.${field}.value invalid`
  }
  return undefined
}

function isTaken(field: string, text: string): boolean {
  const type = /^([a-z_]+)\d+$/.exec(field)?.[1] ?? ''
  if (CONTROL.test(text)) return false
  // Counted as JavaScript does: what WeChat counts outside the first plane is nowhere said, so the narrower way.
  if (text.length > (LONGEST[type] ?? Infinity)) return false
  return FORMS[type]?.test(text) ?? true
}
