// Decides what tests know of all actions: the rows of every domain's contract, found in its folder.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type ActionName, type Actions, type Row } from '../core/contract'

const core = join(__dirname, '../core')
const rows = readdirSync(core)
  .map((domain) => join(core, domain, 'contract.ts'))
  .filter((file) => existsSync(file))
  .flatMap((file) => Object.entries(jest.requireActual<Record<string, unknown>>(file)))
  .filter(([name]) => name.endsWith('Rows'))
  .map(([, each]) => each)

export const ACTIONS = Object.assign({}, ...rows) as Actions

export const parseInput = (name: ActionName, raw: unknown) => parse(ACTIONS[name].input, raw)

export const isLooking = (name: ActionName): boolean => (ACTIONS[name] as Row).looks === true
