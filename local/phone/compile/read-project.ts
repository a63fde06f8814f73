// Decides what project.config.json says: where the mini program lies, whose it is, and what else is compiled.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { blankComments } from './read-json'

const PROJECT_FILE = 'project.config.json'

/** 「编译插件」: `useCompilerPlugins`. */
export type CompilerPlugin = 'typescript' | 'less' | 'sass'

export interface Project {
  appId: string
  plugins: CompilerPlugin[]
  /** 「packNpmRelationList」: folder of the mini program → folder on disk whose node_modules are packed into it. */
  npm: Record<string, string>
}
interface ProjectJson {
  appid?: string
  miniprogramRoot?: string
  setting?: {
    useCompilerPlugins?: false | CompilerPlugin[]
    packNpmManually?: boolean
    packNpmRelationList?: { packageJsonPath: string; miniprogramNpmDistDir: string }[]
  }
}

/** The folder that holds app.json. @throws Error when there is none */
export function findAppRoot(path: string): string {
  const { miniprogramRoot = '' } = readProjectFile(join(path, PROJECT_FILE)) ?? {}
  const root = [join(path, miniprogramRoot), path].find((folder) => existsSync(join(folder, 'app.json')))
  if (root) return root
  throw new Error(`No mini program in ${path}: neither app.json nor a ${PROJECT_FILE} that names its folder`)
}

/** Reads the project.config.json in the app's folder or above it; notes both places as inputs. */
export function readProject(root: string, inputs: Map<string, number>): Project {
  const files = [root, dirname(root)].map((folder) => join(folder, PROJECT_FILE))
  for (const file of files) inputs.set(file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const file = files.find((candidate) => existsSync(candidate))
  const { appid = '', setting } = (file && readProjectFile(file)) || {}
  const npm: Project['npm'] = {}
  for (const { packageJsonPath, miniprogramNpmDistDir } of (setting?.packNpmManually && setting.packNpmRelationList) ||
    []) {
    const project = dirname(file ?? root)
    const place = relative(root, join(project, miniprogramNpmDistDir)).split(sep).join('/')
    if (place) npm[`${place}/`] = dirname(join(project, packageJsonPath))
  }
  return { appId: appid, plugins: setting?.useCompilerPlugins || [], npm }
}

/** @throws Error naming the file when it is not JSON */
function readProjectFile(file: string): ProjectJson | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(blankComments(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))) as ProjectJson
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`, { cause: error })
  }
}
