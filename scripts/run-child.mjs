// Decides how a script starts another program: without a shell, the same way on every system, and stopped when we are.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop } from './say.mjs'

/**
 * Runs a program to its end.
 * @param options.collect gathers both streams into `output` instead of showing them
 * @returns the exit code (1 when a signal ended it, 127 when it could not be started) and the output gathered
 */
export function runChild(command, args, { collect = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const pass = (signal) => child.kill(signal)
    const finish = (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve({ code, output })
    }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.on('error', () => finish(127))
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Runs Node itself on a script. */
export const runNode = (args, options) => runChild(process.execPath, args, options)

/** Where npm's own script lies: the npm that started us, or the one that came with this Node. */
export function findNpm(environment = process.env, node = process.execPath) {
  const beside = dirname(node)
  return [
    environment.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file && /npm-cli\.[cm]?js$/.test(file) && existsSync(file))
}

/** Runs npm through Node, so that Windows needs no shell for `npm.cmd`. */
export async function runNpm(args, options) {
  const npm = findNpm()
  if (npm) return runNode([npm, ...args], options)
  if (process.platform === 'win32')
    throw new Stop(
      'npm was not found beside this Node. Start with "npm start" or "npm test", or install Node again with npm.',
    )
  return runChild('npm', args, options)
}
