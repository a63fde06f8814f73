// Decides that a stranger's `npm ci` works on any system: the lock file names each package's programs for every system.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockFile {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string; link?: boolean }>
}

/** Where npm would look for a package, from the folder that needs it upwards. */
function listPlaces(from: string, name: string): string[] {
  const places = [`${from}/node_modules/${name}`]
  for (let folder = from; folder.includes('/node_modules/');) {
    folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))
    places.push(`${folder}/node_modules/${name}`)
  }
  return [...places, `node_modules/${name}`]
}

describe.each(['package-lock.json', 'scripts/official/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', file), 'utf8')) as LockFile

  test('given packages with programs for several systems, then all of them are locked (npm ci refuses less)', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !listPlaces(from, name).some((place) => place in packages)),
    )
    expect(missing).toEqual([])
  })

  test('given somebody with another registry, then no address of ours is locked', () => {
    const addresses = Object.values(packages).filter(({ resolved, link }) => resolved !== undefined && !link)
    expect(addresses).toEqual([])
  })
})
