// Decides what a clause is to the reader: runs of one and two characters, numbers as one sign, punctuation left out.

/** Beginning and end of a clause say something too. */
const EDGE = '^'

/** The runs of a folded clause, each once. */
export function runsOf(text: string): string[] {
  const words = text
    .replace(/[\d零一二两三四五六七八九十百:]+/g, '0')
    .replace(/[^\u4e00-\u9fff0a-z@+]+/g, EDGE)
    .replace(/^\^|\^$/g, '')
  const runs = new Set<string>()
  const chars = `${EDGE}${words}${EDGE}`
  for (let at = 0; at + 1 < chars.length; at++) {
    const one = chars[at] ?? ''
    if (one !== EDGE) runs.add(one)
    runs.add(one + (chars[at + 1] ?? ''))
  }
  return [...runs]
}
