// Decides when two code points are the same character of a name: what GB18030 kept in its private zone.

/**
 * U+E815 … U+E864: characters that GBK and GB18030-2000 kept in Unicode's private zone (FE50–FEA0 of the code), in their
 * order, as GB18030-2005 and -2022 write them. Old systems and fonts still export names with the private ones.
 */
const PRIVATE_FROM = 0xe815
const PRIVATE_IDEOGRAPHS = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]
/** The private ones that are no ideographs: vertical forms, two Latin letters, description characters, a blank. */
const PRIVATE_SIGNS = new Map([
  [0xe5e5, '\u3000'],
  ...[...'︐︒︑︓︔︕︖︗︘︙'].map((sign, at): [number, string] => [0xe78d + at, sign]),
  [0xe7c7, 'ḿ'],
  [0xe7c8, 'ǹ'],
  ...[...'〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'].map((sign, at): [number, string] => [0xe7e7 + at, sign]),
])

/**
 * U+2E81 … U+2EF3, CJK radicals: the ideograph each is a form of, in their order (Unicode: Equivalent_Unified_Ideograph).
 * NFKC knows the Kangxi radicals, but only two of these.
 */
const RADICAL_FROM = 0x2e81
const RADICALS = [
  ...'厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
]

/** Picks the form of an ideograph, and never another one. */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu
const SUSPECT = /[\u2e81-\u2ef3\ue5e5\ue78d-\ue864]/g

/** The standard character for every private one with a known standard, and the ideograph for every radical form. */
export function foldCharacters(text: string): string {
  return text.replace(VARIATION_SELECTORS, '').replace(SUSPECT, (character) => foldRadical(foldPrivate(character)))
}

function foldPrivate(character: string): string {
  const code = character.charCodeAt(0)
  return PRIVATE_IDEOGRAPHS[code - PRIVATE_FROM] ?? PRIVATE_SIGNS.get(code) ?? character
}

function foldRadical(character: string): string {
  return RADICALS[character.charCodeAt(0) - RADICAL_FROM]?.trim() || character
}
