// Decides how a school whose principal lost the account gets a new code: the operator's, noted in its audit.
import { parseArgs } from 'node:util'
import { describeLocalCloud, issueReclaimCode, VALID_DAYS } from './activation.mjs'
import { runMain, say, Stop } from './say.mjs'

runMain(async () => {
  const text = { type: 'string' }
  const { values } = parseArgs({ options: { env: text, local: text, school: text, principal: text } })
  const { TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey } = process.env
  if (!values.school || (!values.local && !(values.env && secretId && secretKey))) {
    throw new Stop(
      'Name the school, the environment and the keys: TENCENT_SECRET_ID=… TENCENT_SECRET_KEY=… node scripts/reclaim-code.mjs --env ENVIRONMENT --school SCHOOL_ID [--principal NAME] (or --local http://127.0.0.1:PORT for a local cloud).',
    )
  }
  const cloud = values.local ? describeLocalCloud(values.local) : { env: values.env, secretId, secretKey }
  console.log(await issueReclaimCode(cloud, values.school, values.principal))
  say(`Valid for ${VALID_DAYS} days, for one person. On the phone: 我的 → 凭新激活码接任校长.`)
})
