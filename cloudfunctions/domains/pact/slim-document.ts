// Decides what of a Word paper is left to be read: a tree of all that Word writes is too large for a function.
import type { Tag } from './walk-xml'

/** Tables in tables in text boxes: papers reach 40. */
const DEPTH_MAX = 200
/** A paper of 40,000 characters, each in a run of its own with its properties as WPS leaves them, has 400,000. */
const TAGS_MAX = 1_000_000
/** Of what is left, which that paper has 80,000 of; 100,000 take 150 MB of the 512 that the function has. */
const ELEMENTS_MAX = 100_000
/** Characters of what is left in tags: names of styles and links, and the 4,000 of the outermost tag. */
const INSIDE_MAX = 1_000_000
/** What holds no text, or the one that is not shown: what was so before a tracked change, or is said again below. */
const DROPPED = new Set([
  'mc:Choice',
  'w:bookmarkEnd',
  'w:bookmarkStart',
  'w:commentRangeEnd',
  'w:commentRangeStart',
  'w:drawing',
  'w:lastRenderedPageBreak',
  'w:pPrChange',
  'w:proofErr',
  'w:rPr',
  'w:sectPr',
  'w:tblGrid',
  'w:tblPr',
])
/** Of a paragraph's properties: its style, and whether its end was deleted. */
const KEPT_OF_PARAGRAPH = new Set(['w:pPr', 'w:pStyle', 'w:rPr', 'w:del'])
/** What they say in their tags is when they were written. */
const BARE = new Set(['w:p', 'w:r', 'w:t', 'w:tr'])

export interface Slim {
  /** `within`: in something that is dropped whole; `file`: deeper than papers are; `size`: more. */
  take(tag: Tag, inProperties: boolean): 'seen' | 'within' | 'file' | 'size'
  /** Adds what the document does not have; `end` is where it goes on. */
  add(xml: string, end: number): void
  end(): string
}

export function openSlim(xml: string): Slim {
  const parts: string[] = []
  let done = 0
  let [depth, tags, elements, inside] = [0, 0, 0, 0]
  /** How deep what is dropped lies. */
  let dropped: number | undefined
  const skip = ({ start, end }: Tag) => {
    parts.push(xml.slice(done, start))
    done = end
  }
  return {
    take(tag, inProperties) {
      if (++tags > TAGS_MAX) return 'size'
      if (tag.is === 'open') depth++
      if (depth > DEPTH_MAX) return 'file'
      const level = depth
      if (tag.is === 'close') depth--
      if (dropped !== undefined) {
        done = tag.end
        if (tag.is === 'close' && level <= dropped) dropped = undefined
        return 'within'
      }
      if (inProperties && !KEPT_OF_PARAGRAPH.has(tag.name) && !DROPPED.has(tag.name)) {
        skip(tag)
        return 'seen'
      }
      if (DROPPED.has(tag.name) && !(inProperties && KEPT_OF_PARAGRAPH.has(tag.name))) {
        skip(tag)
        if (tag.is === 'open') dropped = level
        return 'within'
      }
      if (tag.is !== 'close') {
        if (BARE.has(tag.name)) {
          skip(tag)
          parts.push(tag.is === 'empty' ? `<${tag.name}/>` : `<${tag.name}>`)
        } else inside += tag.inside.length
        if (++elements > ELEMENTS_MAX || inside > INSIDE_MAX) return 'size'
      }
      return 'seen'
    },
    add(more, end) {
      parts.push(xml.slice(done, end), more)
      done = end
    },
    end: () => parts.join('') + xml.slice(done),
  }
}
