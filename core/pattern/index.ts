// Decides how a list of expressions is written: one template, alternatives parted by bars and lines, lists in lists.

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

const joined = (lines: TemplateStringsArray, parts: readonly RegExp[]) =>
  lines.raw
    .map((raw, at) => raw + (parts[at] ? `(?:${parts[at].source})` : ''))
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|')

/** Every place of any of these, as a global expression: anyOf`红包|抢红包`. */
export const anyOf = (lines: TemplateStringsArray, ...parts: RegExp[]): RegExp => pattern(joined(lines, parts), 'g')

/** Whether any of these words is there. */
export const hint = (lines: TemplateStringsArray, ...parts: RegExp[]): RegExp => pattern(joined(lines, parts), '')

/** Any of these exactly at `lastIndex`. */
export const anyOfAt = (lines: TemplateStringsArray, ...parts: RegExp[]): RegExp => pattern(joined(lines, parts), 'y')
