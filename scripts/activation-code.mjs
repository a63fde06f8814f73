// Decides how a school gets its first code: written into an environment of the cloud, or into a local one.
import { parseArgs } from 'node:util'
import { describeLocalCloud, issueActivationCode, VALID_DAYS } from './activation.mjs'
import { runMain, say, Stop } from './say.mjs'

runMain(async () => {
  const { values } = parseArgs({ options: { env: { type: 'string' }, local: { type: 'string' } } })
  const { TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey } = process.env
  if (!values.local && !(values.env && secretId && secretKey)) {
    throw new Stop(
      'Name the environment and the keys: TENCENT_SECRET_ID=… TENCENT_SECRET_KEY=… node scripts/activation-code.mjs --env ENVIRONMENT (or --local http://127.0.0.1:PORT for a local cloud).',
    )
  }
  const cloud = values.local ? describeLocalCloud(values.local) : { env: values.env, secretId, secretKey }
  console.log(await issueActivationCode(cloud))
  say(`Valid for ${VALID_DAYS} days, for one school. On the phone: 我的 → 开通学校.`)
})
