// Decides what the stand-in for WeChat's content check answers: a short list of marks.

export type Suggest = 'pass' | 'review' | 'risky'
export interface Verdict {
  suggest: Suggest
  label: number
}

const PASS: Verdict = { suggest: 'pass', label: 100 }

/** The marks are not language: this is a stand-in, and nobody should take it for a content check. */
const MARKS: [mark: string, verdict: Verdict][] = [
  ['[risky]', { suggest: 'risky', label: 20006 }],
  ['[review]', { suggest: 'review', label: 20001 }],
]

interface Setting extends Verdict {
  /** How many checks get it; all until changed when omitted. */
  times?: number
}

export class Verdicts {
  private text: Setting | undefined
  private media: Setting | undefined

  /** Sets what the next checks answer; undefined returns to the list of marks. */
  set(kind: 'text' | 'media', setting: Setting | undefined): void {
    this[kind] = setting && { ...setting }
  }

  judgeText(content: string): Verdict {
    return this.take('text') ?? MARKS.find(([mark]) => content.includes(mark))?.[1] ?? PASS
  }

  judgeMedia(url: string): Verdict {
    return this.take('media') ?? MARKS.find(([mark]) => decodeURIComponent(url).includes(mark))?.[1] ?? PASS
  }

  private take(kind: 'text' | 'media'): Verdict | undefined {
    const setting = this[kind]
    if (!setting) return undefined
    if (setting.times !== undefined && --setting.times <= 0) this[kind] = undefined
    return { suggest: setting.suggest, label: setting.label }
  }
}
