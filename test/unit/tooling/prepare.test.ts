// Decides that a machine that is not ready is told so in one sentence, and that a ready one installs nothing.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listBrowserPlaces } from '../../../scripts/browser-places.mjs'
import { describeOldNode, needsInstall } from '../../../scripts/prepare.mjs'

describe('the version of Node', () => {
  test.each(['v20.12.0', 'v20.20.2', 'v22.0.0', 'v26.1.0'])('given %s, then nothing is said', (version) => {
    expect(describeOldNode(version, '>=20.12')).toBeUndefined()
  })

  test.each(['v20.11.1', 'v18.20.4', 'v6.0.0'])('given %s, then one sentence names both versions', (version) => {
    const sentence = describeOldNode(version, '>=20.12') ?? ''
    expect(sentence).toContain('needs Node 20.12 or newer')
    expect(sentence).toContain(version.slice(1))
    expect(sentence.split('\n')).toHaveLength(1)
  })
})

describe('the installed packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'class-pact-prepare-'))
  const lock = join(folder, 'package-lock.json')
  const installed = join(folder, 'node_modules', '.package-lock.json')
  const write = (file: string, seconds: number) => {
    writeFileSync(file, '{}')
    utimesSync(file, seconds, seconds)
  }
  beforeAll(() => mkdirSync(join(folder, 'node_modules')))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('given an installation that was broken off, then it is needed again', () => {
    write(lock, 1000)
    expect(needsInstall(folder)).toBe(true)
  })

  test('given a lock file newer than the installation, then it is needed; else not', () => {
    write(installed, 2000)
    expect(needsInstall(folder)).toBe(false)
    write(lock, 3000)
    expect(needsInstall(folder)).toBe(true)
  })
})

describe('the places of a browser', () => {
  test.each(['linux', 'darwin', 'win32'])(
    'given CHROME_PATH on %s, then it comes first and others follow',
    (platform) => {
      const places = listBrowserPlaces(platform, {
        CHROME_PATH: '/own/chrome',
        PATH: '/usr/bin',
        PROGRAMFILES: '/programs',
      })
      expect(places[0]).toBe('/own/chrome')
      expect(places.length).toBeGreaterThan(2)
    },
  )
})
