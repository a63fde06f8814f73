// Decides what a function may do: its config.json names the open APIs it may call, its timers.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../json-file'
import {
  DEFAULT_FUNCTION_MEMORY_MB,
  DEFAULT_FUNCTION_TIMEOUT_S,
  MAX_FUNCTION_MEMORY_MB,
  MAX_FUNCTION_TIMEOUT_S,
  MAX_TIMERS_PER_FUNCTION,
  MIN_FUNCTION_MEMORY_MB,
  MIN_FUNCTION_TIMEOUT_S,
} from '../limits'

export interface Trigger {
  name: string
  /** Seven fields, Beijing time. */
  cron: string
}

export interface FunctionConfig {
  name: string
  directory: string
  openapi: Set<string>
  triggers: Trigger[]
  timeoutMs: number
  memoryMb: number
}

interface ConfigFile {
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
  /** Seconds. */
  timeout?: number
  /** MB. */
  memorySize?: number
}

/** Every folder with an `index.js` is a function. @throws an Error with one clear sentence about a wrong folder or config.json */
export function readFunctions(functionsDir: string): FunctionConfig[] {
  if (!existsSync(functionsDir)) throw new Error(`There is no folder ${functionsDir} with functions.`)
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(functionsDir, entry.name, 'index.js')))
    .map((entry) => readFunction(entry.name, join(functionsDir, entry.name)))
}

function readFunction(name: string, directory: string): FunctionConfig {
  const file = join(directory, 'config.json')
  const config = existsSync(file) ? (readJson(file) as ConfigFile) : {}
  const timeout = config.timeout ?? DEFAULT_FUNCTION_TIMEOUT_S
  if (!(timeout >= MIN_FUNCTION_TIMEOUT_S && timeout <= MAX_FUNCTION_TIMEOUT_S))
    throw new Error(`${name}: a timeout of ${timeout} s is not allowed`)
  const memoryMb = config.memorySize ?? DEFAULT_FUNCTION_MEMORY_MB
  if (!(memoryMb >= MIN_FUNCTION_MEMORY_MB && memoryMb <= MAX_FUNCTION_MEMORY_MB))
    throw new Error(`${name}: a memory of ${memoryMb} MB is not allowed`)
  const triggers = config.triggers ?? []
  const odd = triggers.find((trigger) => trigger.type !== 'timer')
  if (odd) throw new Error(`${name}: a trigger of type ${odd.type} is not supported`)
  if (triggers.length > MAX_TIMERS_PER_FUNCTION) throw new Error(`${name}: CloudBase allows one timer a function`)
  return {
    name,
    directory,
    openapi: new Set(config.permissions?.openapi ?? []),
    triggers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    timeoutMs: timeout * 1_000,
    memoryMb,
  }
}
