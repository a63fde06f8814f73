// Decides how a signed notice looks as one picture for paper: the letter, a dashed line, the receipt under it (N17).

/** What the picture holds; every line as it is to be read. */
export interface ArchiveText {
  title: string
  salutation: string
  paragraphs: string[]
  issuer: string
  date: string
  /** 孩子 张小明 … */
  receipt: { label: string; text: string }[]
}
/** The part of a 2d canvas that this drawing needs. */
export interface PaperContext {
  font: string
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  textAlign: unknown
  textBaseline: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  setLineDash(segments: number[]): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
  drawImage(image: never, x: number, y: number, width: number, height: number): void
}
export interface Signature {
  image: unknown
  width: number
  height: number
}

/** A4 at 150 dots an inch; longer letters make a longer picture. */
export const PAPER_WIDTH = 1240
const PAPER_HEIGHT = 1754
const MARGIN = 140
const LINE = 62
const TITLE_LINE = 120
const GAP = 60
const SIGNATURE_HEIGHT = 150
const FONT = '36px sans-serif'
const TITLE_FONT = '700 52px serif'
const INK = '#1C2220'
const RULE = '#CBC7BB'
/** Issuer and date. */
const ISSUER_LINES = 2
const LABEL_WIDTH = 180
const INDENT = '　　'
/** Marks that do not start a line. */
const HANGING = /[，。、；：？！）》”’…]/

/** Breaks a text into lines that fit; closing marks hang on the line before. */
export function breakLines(text: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line && measure(line + character) > width && !HANGING.test(character)) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  if (line) lines.push(line)
  return lines
}

/** Height of the whole picture, px; the canvas has to have it before anything is drawn. */
export function measureArchive(context: PaperContext, text: ArchiveText): number {
  context.font = FONT
  const rows = listBody(context, text).length + ISSUER_LINES + 1 + text.receipt.length
  return Math.max(PAPER_HEIGHT, 2 * MARGIN + TITLE_LINE + rows * LINE + 3 * GAP + SIGNATURE_HEIGHT)
}

function listBody(context: PaperContext, { salutation, paragraphs }: ArchiveText): string[] {
  const measure = (part: string) => context.measureText(part).width
  return [salutation, ...paragraphs.map((paragraph) => INDENT + paragraph)].flatMap((paragraph) =>
    breakLines(paragraph, PAPER_WIDTH - 2 * MARGIN, measure),
  )
}

/** Draws the picture on a canvas of PAPER_WIDTH × the height `measureArchive` gave. */
export function drawArchive(context: PaperContext, text: ArchiveText, signature: Signature | undefined): void {
  context.font = FONT
  const body = listBody(context, text)
  const height = measureArchive(context, text)
  const right = PAPER_WIDTH - MARGIN
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, PAPER_WIDTH, height)
  context.fillStyle = INK
  context.textBaseline = 'top'
  const write = (line: string, x: number, y: number, align = 'left') => {
    context.textAlign = align
    context.fillText(line, x, y)
  }

  let y = MARGIN
  context.font = TITLE_FONT
  write(text.title, PAPER_WIDTH / 2, y, 'center')
  context.font = FONT
  y += TITLE_LINE
  for (const line of body) {
    write(line, MARGIN, y)
    y += LINE
  }
  y += GAP / 2
  write(text.issuer, right, y, 'right')
  write(text.date, right, y + LINE, 'right')
  y += ISSUER_LINES * LINE + GAP

  context.strokeStyle = RULE
  context.lineWidth = 2
  context.setLineDash([14, 10])
  context.beginPath()
  context.moveTo(MARGIN / 2, y)
  context.lineTo(PAPER_WIDTH - MARGIN / 2, y)
  context.stroke()
  context.setLineDash([])
  y += GAP
  write('回执', MARGIN, y)
  y += LINE
  for (const { label, text: value } of text.receipt) {
    write(label, MARGIN, y)
    write(value, MARGIN + LABEL_WIDTH, y)
    y += LINE
  }
  if (!signature) return
  const scale = Math.min(SIGNATURE_HEIGHT / signature.height, (right - MARGIN - LABEL_WIDTH) / signature.width)
  write('签名', MARGIN, y)
  context.drawImage(
    signature.image as never,
    MARGIN + LABEL_WIDTH,
    y,
    signature.width * scale,
    signature.height * scale,
  )
}
