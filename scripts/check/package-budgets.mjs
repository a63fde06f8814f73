// Decides how big the mini program's packages may be: by the house's own budgets, and by WeChat's limits.
/** WeChat's limit for the main package and for each sub-package: 2 MB (「分包加载」). */
const PACKAGE_LIMIT_BYTES = 2 * 1024 * 1024
/** WeChat's limit for all packages together: 30 MB (「分包加载」). */
const TOTAL_LIMIT_BYTES = 30 * 1024 * 1024
const KB = 1024
/** What the house allows itself, so that a phone on a slow line is not kept waiting (ADR 0013). */
const BUDGETS = [
  { what: 'the main package', packages: ['main'], most: 750 * KB },
  { what: "a guardian's way to a signature", packages: ['main', 'packages/notice'], most: 950 * KB },
  { what: 'all packages', most: 2.2 * 1024 * KB },
]

/** Adds up the compiled files by package: the longest sub-package root a file lies under, else the main package. */
export function measurePackages(files, roots) {
  const sizes = Object.fromEntries(['main', ...roots].map((name) => [name, 0]))
  for (const [path, content] of Object.entries(files)) {
    const owner = roots
      .filter((name) => path.startsWith(`${name.replace(/\/$/, '')}/`))
      .sort((a, b) => b.length - a.length)[0]
    sizes[owner ?? 'main'] += Buffer.byteLength(content)
  }
  return sizes
}

const add = (sizes) => sizes.reduce((sum, bytes) => sum + bytes, 0)
export const total = (sizes) => add(Object.values(sizes))
export const kilobytes = (bytes) => `${(bytes / KB).toFixed(0)} KB`

/** What is too big, by the house's budgets and by WeChat's limits, a line each. */
export function findTooBig(sizes) {
  const all = Object.keys(sizes)
  const limits = all.map((name) => ({ what: name, packages: [name], most: PACKAGE_LIMIT_BYTES }))
  return [...BUDGETS, ...limits, { what: 'all packages', most: TOTAL_LIMIT_BYTES }]
    .map(({ what, packages = all, most }) => ({ what, most, size: add(packages.map((name) => sizes[name] ?? 0)) }))
    .filter(({ size, most }) => size > most)
    .map(({ what, size, most }) => `${what}: ${kilobytes(size)}, and no more than ${kilobytes(most)} may be`)
}
