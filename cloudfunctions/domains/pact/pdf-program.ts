// Decides where the program lies that reads PDFs: in this folder, and beside a built function's code (scripts/build).
import { join } from 'node:path'

export const PDF_PROGRAM = join(__dirname, 'read-pages.mjs')
