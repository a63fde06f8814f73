// Decides which texts only tell of a breach: a lesson on fraud, something others did.
import { hint } from '../../pattern'

/** A school warns; whatever it names is named to be avoided. */
export const FRAUD_LESSON = hint`
  96110|反诈|防诈|诈骗|骗子|骗局|骗术|被骗|上当|冒充|假冒|凡是(?:让|叫|要求|以)[^。!?\n]{0,20}(?:转|付|扫|发|交)|(?:不|绝不|不会|从不)(?:会)?(?:在群里|通过群|以任何)[^。!?\n]{0,10}(?:收|要求)|核实|木马|钓鱼|谨防|警惕
`
/** A family tells what others did, asks whom to tell, or takes a slip back. */
export const TOLD = hint`
  (?:有|被|是|看到|看见|碰到|遇到|刷到)(?:个|位|一个|一位|些|的)?(?:不认识的)?(?:人|家长|妈妈|爸爸|宝妈|群友|陌生人|机构|商家|店)[^。!?,\n]{0,8}(?:私下|加我|拉我|让我|叫我|发给我|找我|推销|在群|在发|发的|老)|私下加我|让我(?:给|投|帮|转|买|交)|这种(?:事|情况|信息|人)|(?:该|应该)(?:跟|找)谁(?:说|反映)|我没(?:点|投|理|收|领|转|信|买|参加)|能(?:不能)?(?:提醒|管|说)一下
  误发|发错|点错|手滑|请忽略|不用理|打扰了我撤回|盗号|被盗|号被盗
`
