// Decides when two written names are the same name, and how a name is shown to somebody who may not read it.
import { foldCharacters } from './same-character'

/** Surnames of two characters that are still common; every other Chinese surname is the first character. */
const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '上官',
  '司马',
  '司徒',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '端木',
  '百里',
  '南宫',
  '独孤',
  '轩辕',
  '澹台',
  '闻人',
  '西门',
  '呼延',
  '鲜于',
  '闾丘',
  '申屠',
  '太史',
  '公冶',
])

/** Blanks that nobody sees, and marks that stand for nothing: zero width, soft hyphen, directions, fillers. */
const UNSEEN = /[\p{Cf}\u115f\u1160\u180e\u2800\u3164\uffa0]/gu
/** Every dot that a keyboard or a form puts between the parts of a name. */
const DOTS = /[\u00b7\u02d9\u0387\u16eb\u2022\u2024\u2027\u2218\u2219\u22c5\u25cf\u25e6\u2981\u2e31\u30fb\ua78f\uff65]/g

/**
 * One notation for a name: the standard character for private, compatibility and radical forms, full-width forms
 * narrowed, blanks between Chinese characters taken out, one middle dot whatever dot was typed.
 * Two people have the same name when this is equal (M02).
 */
export function normalizeName(written: string): string {
  return foldCharacters(written.replace(UNSEEN, '').replace(DOTS, '·'))
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\p{Script=Han}) ?[.。] ?(?=\p{Script=Han})/gu, '$1·')
    .replace(/([\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu, '$1')
    .replace(/ ?·[ ·]*/g, '·')
}

/** 张*明, 李*, 欧**明: enough to recognise one's own child, not enough to read another's (C28). */
export function maskName(name: string): string {
  const letters = [...name]
  if (letters.length <= 2) return `${letters[0] ?? ''}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters[letters.length - 1]}`
}

/** 王小丽 → 王, 欧阳雪 → 欧阳; names that are not Chinese stay whole. */
export function surnameOf(name: string): string {
  if (!/^\p{Script=Han}/u.test(name) || name.includes('·')) return name
  const letters = [...name]
  const first = letters.slice(0, 2).join('')
  return letters.length > 2 && COMPOUND_SURNAMES.has(first) ? first : (letters[0] ?? name)
}

/** 张小明 → 小明; a name without a recognisable surname stays whole. */
export function givenNameOf(name: string): string {
  const rest = name.slice(surnameOf(name).length)
  return rest || name
}
