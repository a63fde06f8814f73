// Decides where a long text is cut for WeChat's check, which reads at most 2,500 characters at a time.

/** Most characters of one msgSecCheck (platform: text check). */
const CHECKED_AT_ONCE = 2500

const SENTENCE_ENDS = /[。！？；!?;\n]/u

/** Parts of at most `max` characters, cut after the last sentence end that fits; characters are never torn apart. */
export function splitText(text: string, max: number = CHECKED_AT_ONCE): string[] {
  const characters = [...text]
  const parts: string[] = []
  let start = 0
  while (start < characters.length) {
    let end = Math.min(start + max, characters.length)
    if (end < characters.length) {
      const fromBehind = characters.slice(start, end).reverse()
      const sentence = fromBehind.findIndex((each) => SENTENCE_ENDS.test(each))
      if (sentence >= 0) end -= sentence
    }
    parts.push(characters.slice(start, end).join(''))
    start = end
  }
  return parts
}
