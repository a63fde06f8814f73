// Decides how the scripts reach an environment of the cloud: by @cloudbase/node-sdk, with keys that nobody prints.
import tcb from '@cloudbase/node-sdk'
import { describeLocalCloud } from '../activation.mjs'
import { Stop } from '../say.mjs'
import { isDuplicate, retry } from './retry.mjs'

/** A database may think about a page of large documents; the SDK's own limit is 15 s. */
const ANSWER_MS = 60_000
const LOCAL = /^http:\/\/(127\.0\.0\.1|localhost):\d+$/

/**
 * An environment, as far as a backup needs it.
 * @param where the environment's id, or the address of a local cloud
 * @throws {@link Stop} when keys are missing
 */
export function connect(where, env = process.env) {
  const app = tcb.init({ ...describe(where, env), timeout: ANSWER_MS })
  const database = app.database()
  const _ = database.command
  const source = (name) => database.collection(name)
  return {
    /** Documents after a place in an order, as many as fit a page. */
    async page(name, where, { by, after, limit }) {
      const beyond = after === undefined ? where : { ...where, [by]: _.gt(after) }
      return (await retry(() => source(name).where(beyond).orderBy(by, 'asc').limit(limit).get())).data
    },
    async some(name, where, limit) {
      return (await retry(() => source(name).where(where).limit(limit).get())).data
    },
    among: (ids) => ({ _id: _.in(ids) }),
    /** Condition and change, or functions that make them of the database's commands. */
    async update(name, where, change) {
      const [condition, data] = [where, change].map((each) => (typeof each === 'function' ? each(_) : each))
      await retry(() => source(name).where(condition).update(data))
    },
    async count(name, where) {
      return (await retry(() => source(name).where(where).count())).total
    },
    /** False: one of them was there already; those before it are in. */
    async insert(name, documents) {
      try {
        await retry(() => source(name).add(documents))
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    /** What file ids of this environment begin with: the SDK tells it with a place to write to, which is not used. */
    async filePrefix() {
      const cloudPath = 'kept/bucket'
      const { data } = await retry(() => app.getUploadMetadata({ cloudPath }))
      return data.fileId.slice(0, -cloudPath.length)
    },
    /** Addresses of files, '' where there is none. */
    async links(fileIds, maxAge) {
      const fileList = fileIds.map((fileID) => ({ fileID, maxAge }))
      const { fileList: links } = await retry(() => app.getTempFileURL({ fileList }))
      return links.map(({ code, tempFileURL }) => (code === 'SUCCESS' ? tempFileURL : ''))
    },
    /** The content behind an address. */
    async download(link) {
      return retry(async () => {
        const response = await fetch(encodeURI(link))
        if (!response.ok) throw new Error(`a file answered with ${response.status}`)
        return { content: Buffer.from(await response.arrayBuffer()) }
      }).then(({ content }) => content)
    },
    async upload(cloudPath, fileContent) {
      return (await retry(() => app.uploadFile({ cloudPath, fileContent }))).fileID
    },
  }
}

function describe(where, { TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey }) {
  if (LOCAL.test(where)) {
    // Here the SDK need not ask the machine whether it stands at Tencent's: two look-ups a call.
    process.env.TENCENTCLOUD_RUNENV ??= 'SCF'
    return describeLocalCloud(where)
  }
  const missing = Object.entries({ TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey }).flatMap(
    ([name, value]) => (value ? [] : [name]),
  )
  if (missing.length === 0) return { env: where, secretId, secretKey }
  throw new Stop(
    `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. Both come from the console of Tencent Cloud (访问管理 › API 密钥) and belong into the environment of this command, not into its words: TENCENT_SECRET_ID=… TENCENT_SECRET_KEY=… npm run …`,
  )
}
