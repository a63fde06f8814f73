// Decides how the text of a PDF is taken out, in a thread that can be ended: no font, picture, network or script.
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs'
import { composeTable } from './chinese-cmaps.mjs'

/** Whatever else a PDF asks for lies elsewhere, and is not fetched. */
class Tables {
  async fetch({ kind, filename }) {
    const table = kind === 'cMapUrl' ? composeTable(filename) : undefined
    if (table === undefined) throw new Error('not fetched')
    return new TextEncoder().encode(table)
  }
}

const OPTIONS = {
  BinaryDataFactory: Tables,
  // pdf.js asks for a table only where it knows an address.
  cMapUrl: 'tables/',
  cMapPacked: false,
  useSystemFonts: true,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isEvalSupported: false,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: VerbosityLevel.ERRORS,
}

/** How many times as far along as across a line goes that is level. */
const UPRIGHT = 10

/** What is written on a page; a turned page is read as it is looked at. */
async function readPage(page) {
  const viewport = page.getViewport({ scale: 1 })
  const [a, b, c, d, e, f] = viewport.transform
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const words = items.flatMap(({ str, width, transform: [ia, ib, , , x, y] }) => {
    // Writing that lies aslant is a stamp over the page.
    const isLevel = a * ia + c * ib > Math.abs(b * ia + d * ib) * UPRIGHT
    if (!isLevel || str.trim() === '') return []
    return [{ text: str, x: a * x + c * y + e, y: b * x + d * y + f, width, size: Math.hypot(ia, ib) }]
  })
  return { width: viewport.width, height: viewport.height, words }
}

async function readPages({ content, pagesMax, lettersMax }) {
  const pdf = await getDocument({ data: content, ...OPTIONS }).promise
  if (pdf.numPages > pagesMax) return { field: 'size' }
  const pages = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(await readPage(page))
    letters += pages.at(-1).words.reduce((sum, { text }) => sum + text.length, 0)
    if (letters > lettersMax) return { field: 'size' }
    page.cleanup()
  }
  return { pages }
}

const answer = await readPages(workerData).catch(({ name }) => ({
  field: name === 'PasswordException' ? 'password' : 'file',
}))
parentPort?.postMessage(answer)
