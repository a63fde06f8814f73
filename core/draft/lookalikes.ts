// Decides which characters of scanned and copied papers stand for which.

/** Signs of announcements that say a word. */
export const SIGNS: Readonly<Record<string, string>> = {
  '🧧': '红包',
  '🚫': '禁止',
  '❌': '禁止',
  '⛔': '禁止',
  '🈲': '禁止',
  '✖': '禁止',
  '➕': '+',
  '＋': '+',
  '〜': '~',
  '～': '~',
  '—': '-',
  '–': '-',
  '－': '-',
  '─': '-',
  '﹣': '-',
  '〔': '(',
  '〕': ')',
  '【': '【',
  '】': '】',
  '．': '.',
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  '｡': '。',
  '﹔': ';',
  '﹐': ',',
}

const PAIRS =
  '镓家駭孩夶大囙回妀改掱手笁工匼合嘚的仳比尛小狆中湜是冇有岼平師师長长們们時时間间發发佈布資资訊讯請请勿勿號号碼码網网連连結结課课業业廣广電电話话觀观責责務务學学級级說说讓让見见實实點点禁禁傳传專专導导許许對对從从負负員员園园幼幼兒儿夭天笫第査查缋绩'

/** Characters that machines put for others, and the traditional forms of the commonest ones. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[at * 2] ?? '', PAIRS[at * 2 + 1] ?? '']),
)
