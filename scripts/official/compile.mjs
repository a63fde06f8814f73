// Decides whether WeChat's own compiler takes the mini program, and how big each package of it becomes. Works offline.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTooBig, kilobytes, measurePackages, total } from '../check/package-budgets.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** What the compiler otherwise asks WeChat's server about the app: the limits that hold for every mini program. */
const APP_ATTRIBUTES = {
  platform: false,
  appType: 0,
  isSlaveGame: false,
  gameApp: false,
  released: true,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

/** Copies the mini program, packs its npm packages and compiles it, all in a folder that is gone afterwards. */
async function compile() {
  const ci = createRequire(import.meta.url)('miniprogram-ci')
  const folder = mkdtempSync(join(tmpdir(), 'class-pact-official-'))
  try {
    for (const name of ['miniprogram', 'project.config.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(folder, name), {
        recursive: true,
        filter: (path) => !path.includes('miniprogram_npm'),
      })
    }
    const { appid, setting: ours } = JSON.parse(readFileSync(join(folder, 'project.config.json'), 'utf8'))
    for (const { packageJsonPath, miniprogramNpmDistDir } of ours.packNpmRelationList) {
      await ci.packNpmManually({
        packageJsonPath: join(root, packageJsonPath),
        miniprogramNpmDistDir: join(folder, miniprogramNpmDistDir),
      })
    }
    const privateKeyPath = join(folder, 'key.pem')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
    const project = new ci.Project({ appid, type: 'miniProgram', projectPath: folder, privateKeyPath, ignores: [] })
    project.attr = async () => APP_ATTRIBUTES
    const setting = { useProjectConfig: true }
    return await ci.getCompiledResult(
      { project, version: '1.0.0', setting, onProgressUpdate() {} },
      join(folder, 'out.zip'),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints every package's size; returns whether all keep their budgets. */
function reportSizes(sizes) {
  const line = (bytes, name) => console.log(`${kilobytes(bytes).padStart(9)}  ${name}`)
  for (const [name, bytes] of Object.entries(sizes)) line(bytes, name)
  line(total(sizes), 'in all')
  const tooBig = findTooBig(sizes)
  for (const each of tooBig) console.log(each)
  return tooBig.length === 0
}

/** Compiles and measures; the compiler's complaint is one line, its stack is nobody's business. */
async function main() {
  const { subPackages = [] } = JSON.parse(readFileSync(join(root, 'miniprogram', 'app.json'), 'utf8'))
  const roots = subPackages.map((entry) => entry.root)
  try {
    return reportSizes(measurePackages(await compile(), roots))
  } catch (error) {
    console.error(error.message)
    return false
  }
}

// The compiler leaves workers behind: without an explicit end the process would wait for them.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await main()) ? 0 : 1)
