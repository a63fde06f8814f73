// Decides that a package which a phone would wait for does not pass the checks.
import { findTooBig, measurePackages } from '../../../scripts/check/package-budgets.mjs'

const KB = 1024
const FITTING = { main: 700 * KB, 'packages/notice': 200 * KB, 'packages/compose': 1000 * KB }

it('given compiled files, then each counts for the sub-package it lies in, else for the main package', () => {
  const files = { 'app.js': 'abc', 'packages/notice/a.js': '通知', 'packages/notices/b.js': 'x' }
  expect(measurePackages(files, ['packages/notice'])).toEqual({ main: 4, 'packages/notice': 6 })
})

it('given packages within every budget, then nothing is too big', () => {
  expect(findTooBig(FITTING)).toEqual([])
})

it.each([
  ['main', 751, 'the main package: 751 KB, and no more than 750 KB may be'],
  ['packages/notice', 251, "a guardian's way to a signature: 951 KB, and no more than 950 KB may be"],
  ['packages/compose', 1353, 'all packages: 2253 KB, and no more than 2253 KB may be'],
  ['packages/compose', 2049, 'packages/compose: 2049 KB, and no more than 2048 KB may be'],
])('given a %s of %i KB, then it is named with what it may be', (name, size, line) => {
  expect(findTooBig({ ...FITTING, [name]: size * KB })).toContain(line)
})
