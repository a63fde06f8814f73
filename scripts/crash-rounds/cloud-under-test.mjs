// Decides how the local cloud is started on a folder, spoken to as the SDKs do, and killed without a word.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLOUD = fileURLToPath(new URL('../../dist/local/cloud.mjs', import.meta.url))

/** An answer of the cloud with an error's code. */
class Refusal extends Error {
  constructor({ code, message }) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

/**
 * Starts the built cloud on a folder with `functions`, `database` and `data`.
 * @returns its ways in, and `kill`, which ends it as `kill -9` does (on Windows: by TerminateProcess)
 */
export async function startCloudUnderTest(folder) {
  const folders = ['functions', 'database', 'data'].flatMap((name) => [`--${name}`, join(folder, name)])
  const child = spawn(process.execPath, [CLOUD, ...folders, '--port', '0', '--no-timers', '--json'])
  const url = await readAddress(child)
  const post = async (path, body) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    const reply = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`)
    return reply
  }
  const cloud = {
    killed: false,
    /** One action of the wire. @throws a {@link Refusal} */
    async admin(action, params) {
      const reply = await post('/admin', { action, ...params })
      if (reply.code !== undefined) throw new Refusal(reply)
      return reply
    },
    control: (op, operands) => post('/control', { ...operands, op }),
    kill() {
      cloud.killed = true
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      return ended
    },
  }
  return cloud
}

function readAddress(child) {
  return new Promise((resolve, reject) => {
    let [out, errors] = ['', '']
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-4_000)))
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (out.includes('\n')) resolve(new URL(JSON.parse(out.slice(0, out.indexOf('\n'))).cloud).origin)
    })
    child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}: ${errors}`)))
  })
}
