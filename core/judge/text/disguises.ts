// Decides which spellings hide a word: characters that sound alike, or letters instead of characters.
import type { View } from './view'

/**
 * Word → for each of its characters: those that sound alike and make no honest word beside the others, and the syllable.
 * A syllable in capitals is too short or too common to stand for the character.
 */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  红包: ['洪宏鸿虹弘烘哄 hong', '苞胞孢雹 bao'],
  投票: ['头偷骰 tou', '漂嫖飘瓢 piao'],
  拉票: ['垃啦辣 la', '漂嫖飘瓢 piao'],
  拼团: ['品频姘 pin', '湍抟 tuan'],
  团购: ['湍抟 tuan', '够构狗沟 gou'],
  拼单: ['品频姘 pin', '丹担 dan'],
  砍价: ['坎侃 kan', '架驾 jia'],
  集赞: ['积及级激 ji', '攒暂 zan'],
  点赞: ['典 dian', '攒暂 zan'],
  助力: ['祝 zhu', '俐 LI'],
  微信: ['威薇维徽葳崴溦 wei', '芯杺訫 xin'],
  扫码: ['嫂 sao', '马玛 ma'],
  转账: ['专 zhuan', '帐 zhang'],
  兼职: ['坚肩 jian', '直值 zhi'],
  代购: ['贷袋 dai', '够狗 gou'],
  刷单: ['唰 shua', '丹蛋 dan'],
  加盟: ['珈 jia', '萌 meng'],
  作业: ['座坐 zuo', '叶爷 ye'],
  成绩: ['城程呈诚 cheng', '积迹 ji'],
  排名: ['牌徘 pai', '铭鸣 ming'],
  募捐: ['木目幕墓 mu', '娟涓 juan'],
  捐款: ['娟涓 juan', '宽 kuan'],
  众筹: ['重终 zhong', '愁绸 chou'],
  请假: ['清情晴 qing', '架驾 jia'],
  罚抄: ['伐 fa', '超 chao'],
  赌博: ['堵睹 du', '搏 bo'],
  股票: ['骨谷 gu', '漂飘 piao'],
  贷款: ['袋 dai', '宽 kuan'],
  彩票: ['踩 cai', '漂飘 piao'],
  优惠: ['忧尤 you', '慧 hui'],
  广告: ['厂 guang', '吿 gao'],
  傻逼: ['煞沙 sha', '币比 BI'],
  算命: ['蒜 suan', '铭 ming'],
  风水: [' feng', '氺 shui'],
  福利: [' fu', '莉 LI'],
  试卷: ['式 shi', '倦 juan'],
  疫苗: [' YI', '喵 miao'],
  封城: [' feng', ' cheng'],
  博彩: ['搏 bo', '采 cai'],
  信主: [' xin', ' zhu'],
  直播: ['值 zhi', '拨 bo'],
  名额: ['铭 MING', '恶 E'],
  身份: [' SHEN', ' fen'],
  电话: [' DIAN', ' hua'],
  课程: [' KE', ' cheng'],
  奥数: ['澳 ao', ' shu'],
  佣金: ['拥 yong', ' jin'],
  返利: ['反 fan', '莉 LI'],
  脑残: [' nao', '惨 can'],
  垃圾: [' la', ' ji'],
}

/** Characters taken apart, pieces side by side that no honest text has so, and what they make. */
const TAKEN_APART: readonly (readonly [pieces: string, whole: string])[] = [
  ['扌殳', '投'],
  ['覀示', '票'],
  ['西示', '票'],
  ['扌立', '拉'],
  ['扌并', '拼'],
  ['囗才', '团'],
  ['团贝勾', '团购'],
  ['贝者博', '赌博'],
  ['贝兼钱', '赚钱'],
  ['钅戋', '钱'],
  ['金戋', '钱'],
  ['纟工', '红'],
  ['糹工', '红'],
  ['勹巳', '包'],
  ['彳山攵', '微'],
  ['亻言', '信'],
  ['亻弋', '代'],
  ['亻乍', '作'],
  ['讠果', '课'],
  ['纟责', '绩'],
  ['扌肙', '捐'],
  ['扌彐', '扫'],
  ['车专贝长', '转账'],
  ['车专账', '转账'],
  ['力口微', '加微'],
  ['力口我', '加我'],
]

/** What is put between two syllables in letters: zuo ye, hong-bao. */
const LETTER_GAPS = [' ', '  ', '-', '_', '.', '·', "'"]

/** Code of the first character of a disguise → disguises and their words, longest first. */
const BY_FIRST: ReadonlyMap<number, readonly (readonly [disguise: string, word: string])[]> = listDisguises()

function listDisguises(): Map<number, [string, string][]> {
  const found = new Map<number, [string, string][]>()
  const add = (disguise: string, word: string) => {
    const listed = found.get(disguise.charCodeAt(0))
    if (listed) listed.push([disguise, word])
    else found.set(disguise.charCodeAt(0), [[disguise, word]])
  }
  for (const [word, sounds] of Object.entries(HIDDEN)) {
    const written = sounds.map((entry, at) => {
      const [alike = '', syllable = ''] = entry.split(' ')
      return { own: word.charAt(at), alike: [...alike], letters: /^[a-z]/.test(syllable) ? [syllable] : [] }
    })
    const [first, second] = written
    if (!first || !second) continue
    const firsts = [first.own, ...first.alike, ...first.letters]
    const seconds = [second.own, ...second.alike, ...second.letters]
    for (const head of firsts)
      for (const tail of seconds) {
        const disguise = head + tail
        const isBothAlike = first.alike.includes(head) && second.alike.includes(tail)
        if (disguise === word || isBothAlike) continue
        const isInLetters = first.letters.includes(head) && second.letters.includes(tail)
        add(disguise, word)
        if (isInLetters) for (const gap of LETTER_GAPS) add(head + gap + tail, word)
      }
    const [initial = ''] = first.letters.map((syllable) => syllable.charAt(0))
    const [inner = ''] = second.letters.map((syllable) => syllable.charAt(0))
    if (initial) add(initial + second.own, word)
    if (inner) add(first.own + inner + second.own, word)
    if (initial && inner) add(initial + first.own + inner + second.own, word)
  }
  for (const list of found.values()) list.sort((a, b) => b[0].length - a[0].length)
  return found
}

/** Whether two characters beside one another begin or make a word people hide. */
export const isHidable = (pair: string): boolean => pair in HIDDEN

/** The same text with hidden words as they are meant; every character still knows where it was written. */
export function undisguise(apart: View): View {
  const view = joinPieces(apart)
  const { text, starts, ends } = view
  const found: { start: number; end: number; word: string }[] = []
  for (let start = 0; start < text.length; start++) {
    const hit = BY_FIRST.get(text.charCodeAt(start))?.find(([disguise]) => standsAt(text, disguise, start))
    if (!hit) continue
    found.push({ start, end: start + hit[0].length, word: hit[1] })
    start += hit[0].length - 1
  }
  return found.length === 0 ? view : replaceAll({ text, starts, ends }, found)
}

const PIECES = /[扌覀西囗团贝钅金纟糹勹彳亻讠车力]/

/** The same text with characters put together again that were written in pieces. */
function joinPieces(view: View): View {
  if (!PIECES.test(view.text)) return view
  const found: { start: number; end: number; word: string }[] = []
  for (const [pieces, word] of TAKEN_APART)
    for (let start = view.text.indexOf(pieces); start >= 0; start = view.text.indexOf(pieces, start + 1))
      found.push({ start, end: start + pieces.length, word })
  found.sort((one, other) => one.start - other.start)
  return found.length === 0 ? view : replaceAll(view, found)
}

/** Letters count only where no other letters touch them: hongbao, not shanghongbaoli. */
function standsAt(text: string, disguise: string, start: number): boolean {
  if (!text.startsWith(disguise, start)) return false
  const end = start + disguise.length
  const touches = (inside: string, outside: string) => /[a-z]/.test(inside) && /[a-z]/.test(outside)
  return !touches(text.charAt(start), text.charAt(start - 1)) && !touches(text.charAt(end - 1), text.charAt(end))
}

function replaceAll(view: View, found: readonly { start: number; end: number; word: string }[]): View {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  const copy = (until: number) => {
    text += view.text.slice(at, until)
    starts.push(...view.starts.slice(at, until))
    ends.push(...view.ends.slice(at, until))
  }
  for (const { start, end, word } of found) {
    copy(start)
    for (const char of word) {
      text += char
      starts.push(view.starts[start] ?? 0)
      ends.push(view.ends[end - 1] ?? 0)
    }
    at = end
  }
  copy(view.text.length)
  return { text, starts, ends }
}
