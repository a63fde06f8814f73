// Decides how lists of words are written down: one template, alternatives parted by bars and lines.

const LOOKBEHIND = /\(\?<[!=](?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*\)/g

/**
 * A regular expression. Phones before iOS 16.4 know no look-behind: there it is left out,
 * so that such a phone warns a little too often while the cloud, which decides, does not.
 */
export function pattern(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch {
    return new RegExp(source.replace(LOOKBEHIND, ''), flags)
  }
}

const joined = (lines: TemplateStringsArray) =>
  (lines.raw[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|')

/** Every place of any of these words, as a global expression: words`红包|抢红包`. */
export const words = (lines: TemplateStringsArray): RegExp => pattern(joined(lines), 'g')

/** Whether any of these words is there. */
export const hint = (lines: TemplateStringsArray): RegExp => pattern(joined(lines), '')

/** Any of these words exactly at `lastIndex`. */
export const wordsAt = (lines: TemplateStringsArray): RegExp => pattern(joined(lines), 'y')
