// Decides how a benchmark gets one function more than the product has, which phones may call.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** For `givenSchool`: the product's functions and rules, and one more. The `folder` is the caller's to remove. */
export function withFunction(name, code) {
  const folder = mkdtempSync(join(ROOT, 'dist', 'bench-'))
  const [functionsDir, databaseDir] = [join(folder, 'functions'), join(folder, 'database')]
  cpSync(join(ROOT, 'dist', 'cloudfunctions'), functionsDir, { recursive: true })
  cpSync(join(ROOT, 'database'), databaseDir, { recursive: true })
  const rules = JSON.parse(readFileSync(join(databaseDir, 'function-rules.json'), 'utf8'))
  writeFileSync(join(databaseDir, 'function-rules.json'), JSON.stringify({ ...rules, [name]: { invoke: true } }))
  mkdirSync(join(functionsDir, name))
  writeFileSync(join(functionsDir, name, 'index.js'), code)
  writeFileSync(join(functionsDir, name, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
  writeFileSync(join(functionsDir, name, 'config.json'), JSON.stringify({ timeout: 20, permissions: { openapi: [] } }))
  return { folder, functionsDir, databaseDir }
}
