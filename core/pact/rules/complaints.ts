// Decides whether a comment complains or suggests before the whole class what belongs to the teacher or the head (C25).
import { words } from '../neighbours'
import { findMeant, findingAt, type JudgeRule } from '../finding'
import { isGuardiansComment } from '../subject'

/** Complaints go to the teacher or the head, not to the class (C25). */
const COMPLAINT = words`
  投诉|(?:意见|怨言|怨气)(?:很|太|非常|比较)?大|(?:有|提)(?:很大|很多|些|点|个)?意见|强烈(?:建议|要求|反对|不满|谴责|抗议)
  (?:建议|希望|要求|请)学校(?:能|可以|赶紧|尽快|必须|立即|马上|给)?(?:[^。!?\n]{0,10})(?:换|取消|整改|解释|说法|道歉|改|处理|反思|退|重视|负责)
  (?:太|很|极其?|真|非常)(?:不合理|不公平|不负责任?|不人性|不像话|失望|坑|离谱|敷衍|形式主义)|凭什么|给(?:个|我们|家长)(?:一个)?(?:说法|交代|解释)
  不(?:满|满意)(?!意的?(?:话|请))
  (?:食堂|伙食|饭菜|午餐|校服|校车|作业|收费|老师|学校)[^。!?,\n]{0,10}(?:太(?:差|贵|多|难吃|少|乱|晚|早|敷衍|过分|不)|难吃|质量(?:差|不行|太)|有问题|不行|糟糕|离谱)
  (?:大家|有没有|你们|谁)[^。!?,\n]{0,8}(?:同感|觉得(?:不合理|过分|不公)|也(?:这样|是|觉得))
`
export const judgeComplaints: JudgeRule = (subject) =>
  isGuardiansComment(subject) ? findingAt(subject, 'deflect', findMeant(subject, COMPLAINT)) : undefined
