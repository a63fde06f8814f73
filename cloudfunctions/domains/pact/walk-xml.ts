// Decides how the tags of a bounded XML part are walked, one after the other: no tree, so that no depth is too deep.

/** An opening, closing or empty tag; a name is bounded, because a tag that never ends must not be read again and again. */
const TAG = /<(\/?)([\w:.-]{1,64})(?=[\s/>])([^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)>/g

export interface Tag {
  /** `w:lvl` */
  name: string
  is: 'open' | 'close' | 'empty'
  /** What stands between the name and the end. */
  inside: string
  start: number
  /** Where the text after it begins. */
  end: number
}

export function* walkTags(xml: string): Generator<Tag> {
  for (const { 0: tag, 1: slash, 2: name = '', 3: inside = '', index } of xml.matchAll(TAG)) {
    const is = slash ? 'close' : inside.endsWith('/') ? 'empty' : 'open'
    yield { name, is, inside, start: index, end: index + tag.length }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** An attribute's value; `w:val` where it is not said which. */
export function valueOf({ inside }: Tag, attribute = 'w:val'): string | undefined {
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside)
  return (found?.[1] ?? found?.[2])?.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, decodeEntity)
}

function decodeEntity(written: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? written
  const code = hex ? parseInt(hex, 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : written
}

/** A whole number in an attribute; undefined where none stands. */
export function numberOf(tag: Tag, attribute?: string): number | undefined {
  const value = valueOf(tag, attribute)
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined
}

export const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
