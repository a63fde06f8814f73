// Decides that the options of `npm start` are read as they are written down, and wrong ones named.
import { readOptions, USAGE } from '../../../local/options'

describe('the options of npm start', () => {
  test('given a desk, edits come to its phones unless refused; given no desk, only when asked for', () => {
    const watches = [[], ['--no-watch'], ['--headless'], ['--headless', '--watch']].map((args) => readOptions(args))
    expect(watches).toMatchObject([{ watch: true }, { watch: false }, { watch: false }, { watch: true }])
  })

  test('given none, then the demo comes up on the desk and nothing is kept', () => {
    expect(readOptions([])).toMatchObject({
      port: 8600,
      demo: true,
      fresh: false,
      headless: false,
      watch: true,
      json: false,
    })
  })

  test('given all of them, then each is taken', () => {
    const args = '--port 0 --data here --fresh --no-demo --headless --json --now 2026-09-01T08:00:00+08:00'.split(' ')
    expect(readOptions(args)).toEqual({
      port: 0,
      dataDir: 'here',
      fresh: true,
      demo: false,
      headless: true,
      watch: false,
      json: true,
      now: '2026-09-01T08:00:00+08:00',
    })
  })

  test.each([['--port', '70000'], ['--port', 'x'], ['--now', 'yesterday'], ['--desk']])(
    'given %s %s, then it is named',
    (...args) => {
      expect(() => readOptions(args)).toThrow(args[0])
    },
  )

  test('given --help, then every option is explained', () => {
    expect(readOptions(['--help'])).toBe('help')
    for (const option of ['--port', '--data', '--fresh', '--no-demo', '--headless', '--now', '--json'])
      expect(USAGE).toContain(option)
  })
})
