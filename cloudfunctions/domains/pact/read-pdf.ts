// Decides how a PDF is read without harm: in a thread that is ended when it takes too long or too much.
import { Worker } from 'node:worker_threads'
import { limits } from '@class-pact/core/contract'
import { layLines } from './lay-lines'
import { PDF_PROGRAM } from './pdf-program'
import type { PdfPage } from './pdf-words'

/** A paper of 40,000 characters has some 30 pages; more are no paper of rules. */
const PAGES_MAX = 40
/** The whole read; whoever waits looks at a phone, and the function has 60. */
const READ_MS_MAX = 20_000
/** Of the 512 MB that the function has: V8's part of the thread, and what the process may grow by meanwhile. */
const HEAP_MB_MAX = 160
const GROWTH_BYTES_MAX = 240_000_000
const LOOK_EVERY_MS = 50
/** Headings of each page are not yet taken away from what the pages hold. */
const LETTERS_MAX = 2 * limits.PAPER_MAX
/** Letters that the file gives no meaning: U+FFFD by its table, the private area by its font. */
const UNKNOWN = /[\ufffd\ue000-\uf8ff]/g
/** A text of which a third cannot be read is a picture of one. */
const UNKNOWN_MAX = 1 / 3

type Answer = { pages: PdfPage[] } | { field: 'password' | 'file' | 'size' }
export type PdfLines = { ok: true; lines: string[] } | { ok: false; field: 'password' | 'file' | 'size' | 'scan' }

export async function readPdf(content: Buffer): Promise<PdfLines> {
  const answer = await readPages(content)
  if ('field' in answer) return { ok: false, field: answer.field }
  const lines = layLines(answer.pages)
  const text = lines.join('')
  const unknown = text.match(UNKNOWN)?.length ?? 0
  if (text === '' || unknown > text.length * UNKNOWN_MAX) return { ok: false, field: 'scan' }
  return { ok: true, lines: lines.map((line) => line.replace(UNKNOWN, '□')) }
}

/** What pdf.js says of it; a thread that must be ended says `size`. */
function readPages(content: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(PDF_PROGRAM, {
      workerData: { content: new Uint8Array(content), pagesMax: PAGES_MAX, lettersMax: LETTERS_MAX },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
      // What pdf.js has to say about a file may quote it.
      stdout: true,
      stderr: true,
      env: {},
    })
    const start = process.memoryUsage.rss()
    const end = (answer: Answer) => {
      clearInterval(look)
      clearTimeout(late)
      resolve(answer)
      void worker.terminate()
    }
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - start > GROWTH_BYTES_MAX) end({ field: 'size' })
    }, LOOK_EVERY_MS)
    const late = setTimeout(() => end({ field: 'size' }), READ_MS_MAX)
    worker.once('message', end)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end({ field: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'size' : 'file' }),
    )
    worker.once('exit', () => end({ field: 'file' }))
  })
}
