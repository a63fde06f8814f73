// Decides how pictures get a house of their own: the demo school, a phone for anybody in it.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import automator from 'miniprogram-automator'
import { packagesStayOutside } from '../build.mjs'

/** How long something that a tap brings up is waited for, on a machine that does other things as well. */
const PATIENCE_MS = 60_000
/** A page may be drawn anew so often while a finger is on its way. */
const MISSES_MOST = 4
const LOOK_AGAIN_MS = 50

/** The local house as modules, bundled beside the worker that runs its functions. */
export async function loadHouse(root) {
  const outfile = join(root, 'dist', 'local', `screens-${process.pid}.mjs`)
  await esbuild.build({
    stdin: {
      contents: `export * from './local/cloud/start-cloud'
        export * from './local/settle-school'
        export * as demo from './demo'
        export * from './local/phone/start-phones'
        export { describeBroken } from './local/phone/score-report'
        export { functionOf } from '@class-pact/core/contract'`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [packagesStayOutside],
    outfile,
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}

/** One operation of a control address. */
async function post(url, body) {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

/** Starts the demo school at a time; phones come up when they are asked for. */
export async function startHouse(
  root,
  { startCloud, settleSchool, startPhones, demo, functionOf },
  { now, scale, size, height },
) {
  const cloud = await startCloud({
    functionsDir: join(root, 'dist', 'cloudfunctions'),
    databaseDir: join(root, 'database'),
    port: 0,
    autoTimers: false,
    now,
  })
  await settleSchool(cloud.url, demo, true)
  await post(`${cloud.url}/control`, { op: 'timers.run' })
  const requests = { hosts: [new URL(cloud.url).host] }
  const phones = await startPhones({ folder: root, phones: [], gatewayUrl: cloud.url, requests, headless: true })
  const clients = new Map()
  const control = (op, values = {}) => post(`http://127.0.0.1:${phones.port}/control`, { op, ...values })

  /** The phone of somebody, brought to a page. */
  async function open(openid, page) {
    let client = clients.get(openid)
    if (!client) {
      await phones.addPhone({ id: openid, openid, fontScale: scale, size, ...(height && { height }) })
      client = await automator.connect({ wsEndpoint: phones.automator[openid] })
      clients.set(openid, client)
      // What the phone does to start is nothing that the page asked for does.
      await phones.settle(openid)
    }
    // What is being written is kept when its page closes: first the page goes, then what it left behind.
    await client.callWxMethod('reLaunch', { url: '/pages/me/me' })
    await client.callWxMethod('clearStorage')
    await client.callWxMethod('reLaunch', { url: `/${page}` })
    await phones.settle(openid)
    return holdPhone(client, openid)
  }

  function holdPhone(client, id) {
    const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    /** Nobody does anything before what came up is at rest. */
    const atRest = async (act) => {
      await act
      await phones.settle(id)
    }
    const all = async (way) => {
      let found = [await client.currentPage()]
      for (const step of way) found = (await Promise.all(found.map((each) => each.$$(step)))).flat()
      return found
    }
    /** Whatever stands at the end of a way through components and fits, once it is there. */
    const find = async (way, fits, name) => {
      for (let left = PATIENCE_MS; left > 0; left -= LOOK_AGAIN_MS) {
        for (const each of await all(way)) if (await fits(each)) return each
        await pause()
      }
      throw new Error(`there is no ${way.join(' ')} ${name}`)
    }
    const tap = async (way, words = '') => {
      const aim = () => find(way, async (each) => (await each.text()).includes(words), words)
      // What was on the page a moment ago may have been drawn anew: then it is aimed at again.
      for (let misses = 0; ; misses++) {
        const fault = await (await aim()).tap().then(
          () => undefined,
          (reason) => reason,
        )
        if (!fault) return phones.settle(id)
        if (misses === MISSES_MOST) throw fault
        await pause()
      }
    }
    return {
      tap,
      /** The green button. */
      press: () => tap(['dock', '.primary']),
      async type(label, value, inside = []) {
        const fits = async (field) => (await field.attribute('aria-label'))?.startsWith(label)
        await atRest((await find([...inside, 'input, textarea'], fits, label)).input(value))
      },
      scrollTo: (selector) => atRest(client.callWxMethod('pageScrollTo', { selector, offsetTop: -100, duration: 0 })),
      /** What says that something is done goes by itself, later. */
      hideToast: () => client.callWxMethod('hideToast'),
      /** Answers a part of the page that is drawn by a library. */
      async call(method, answer, data) {
        const page = await client.currentPage()
        if (data) await page.setData(data)
        await atRest(page.callMethod(method, answer))
      },
      /** A name, drawn with the finger. */
      async ink(inside = []) {
        const pad = await find([...inside, 'signature-pad', 'canvas'], () => true, '')
        const [{ left, top }, { width, height: tall }] = [await pad.offset(), await pad.size()]
        const touch = ([x, y]) => {
          const point = { identifier: 1, pageX: left + x * width, pageY: top + y * tall }
          const touches = [{ ...point, clientX: point.pageX, clientY: point.pageY }]
          return { touches, changedTouches: touches }
        }
        for (const stroke of NAME) {
          await pad.touchstart(touch(stroke[0]))
          for (const point of stroke) await pad.touchmove(touch(point))
          await pad.touchend(touch(stroke.at(-1)))
        }
        await phones.settle(id)
      },
      nextFile: (name) =>
        control('phone.nextFile', {
          phone: id,
          name,
          base64: readFileSync(join(root, 'test', 'data', 'rosters', name)).toString('base64'),
        }),
      /** The network goes while a page is open. */
      loseNetwork: () => phones.setOnline(id, false),
      async goOffline() {
        await phones.setOnline(id, false)
        await atRest(client.callWxMethod('reLaunch', { url: '/pages/notices/notices' }))
      },
    }
  }

  /** What somebody's phone asks; a refusal ends the picture. */
  async function call(openid, action, input) {
    const data = { action, requestId: crypto.randomUUID(), input }
    const { result } = await post(`${cloud.url}/gateway/call`, { openid, name: functionOf(action), data })
    if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.error)}`)
    return result.data
  }

  return {
    phones,
    demo,
    control,
    open,
    setClock: (at) => control('clock.set', { now: at }),
    call,
    /** Puts a file there as a phone does; its id. */
    async upload(openid, purpose, content) {
      const { paths } = await call(openid, 'upload.prepare', { purpose, count: 1 })
      const query = new URLSearchParams({ openid, path: paths[0] })
      return (await (await fetch(`${cloud.url}/gateway/upload?${query}`, { method: 'POST', body: content })).json())
        .fileID
    },
    tick: () => post(`${cloud.url}/control`, { op: 'timers.run', name: 'scheduler' }),
    read: async (collection) => (await post(`${cloud.url}/control`, { op: 'data.export', collection })).documents,
    async close() {
      for (const client of clients.values()) client.disconnect()
      await phones.close()
      await cloud.close()
    },
  }
}

/** 王小: strokes in parts of the pad. */
const NAME = [
  [
    [0.3, 0.3],
    [0.36, 0.29],
    [0.42, 0.28],
  ],
  [
    [0.31, 0.48],
    [0.36, 0.47],
    [0.41, 0.46],
  ],
  [
    [0.36, 0.29],
    [0.36, 0.5],
    [0.355, 0.7],
  ],
  [
    [0.28, 0.71],
    [0.36, 0.69],
    [0.45, 0.68],
  ],
  [
    [0.6, 0.22],
    [0.605, 0.5],
    [0.6, 0.74],
    [0.57, 0.68],
  ],
  [
    [0.54, 0.4],
    [0.52, 0.52],
    [0.49, 0.6],
  ],
  [
    [0.65, 0.4],
    [0.68, 0.48],
    [0.71, 0.58],
  ],
]
