// Decides that the tests of one run hand their clouds on: one that is given back serves the next test.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import buildOnce from '../../scripts/build-once.mjs'

/** Names the address of the keeper to the tests. */
const ADDRESS = 'CLASS_PACT_CLOUDS'

/** Builds, and keeps a list of clouds: `born` tells of one, `give` brings it back, `take` answers one that is free, or null. */
export default async function keepClouds() {
  await buildOnce()
  const born = new Set()
  const free = []
  const deeds = {
    born: ({ pid }) => void born.add(pid),
    give: (cloud) => void free.push(cloud),
    take: () => free.pop(),
  }
  const server = createServer(async (request, response) => {
    const { deed, cloud } = JSON.parse(await text(request))
    response.end(JSON.stringify(deeds[deed](cloud) ?? null))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env[ADDRESS] = `http://127.0.0.1:${server.address().port}`
  globalThis.keptClouds = { born, server }
}
