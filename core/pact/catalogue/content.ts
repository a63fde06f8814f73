// Decides the sentences and sources of the rules on what is said.
import type { RuleEntry } from '../types'

export const CONTENT = {
  C07: {
    title: '不发赌博和病毒链接。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S0',
        article: 'S0-8(6)',
        quote: '严禁在群内发布宗教、色情、暴力、赌博、病毒链接等内容。一经发现,情节严重的将移送司法机关处理。',
      },
      { seed: 'S0', article: 'S0-2.7', quote: '严禁在群内发布其他网站链接,尤其是色情、病毒链接,一经发现,严肃处理。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C28: {
    title: '不发别人的电话、证件和住址。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 五不要五', quote: '他人隐秘信息不要发。' },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 9',
        quote: '保护用户的个人隐私,禁止将个人信息泄露给他人或用于商业用途。',
      },
      {
        seed: 'S4',
        article: 'S4 使用与管理制度 五.1',
        quote: '班班通应保证教师、学生和家长的个人信息安全,不得泄漏',
      },
    ],
    wayOut: ['cover'],
  },
  C18: {
    title: '成绩和名次不发到班级。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(一)6',
        quote: '群内不得公布学生的成绩排名或可以对比学生成绩优劣的信息,不得发布学生的负面信息。',
      },
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '作业、成绩排名等不要发……不得发布学生考试成绩。' },
    ],
    wayOut: ['own_guardians'],
  },
  C22: {
    title: '孩子的不足不在班里说。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-3 一(二)6', quote: '在群内一般只批评不良现象,不批评具体学生。' },
      { seed: 'S0', article: 'S0-3 二(一)6', quote: '不得发布学生的负面信息。' },
      {
        seed: 'S0',
        article: 'S0-6.7',
        quote: '教师如通报学生违纪行为或其他不良现象,禁止在群内公布学生姓名,可单独与相应家长取得联系。',
      },
      {
        seed: 'S1',
        article: 'S1b 三(一)3',
        quote: '不得发布孩子的负面信息,探讨个别问题可以和家长私聊,或直接打电话当面沟通。',
      },
    ],
    wayOut: ['own_guardians'],
  },
  C23: {
    title: '不在班里给哪个孩子下评语。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-8(2)', quote: '为了尊重孩子,禁止在平台中对某个孩子的行为定性评价。' }],
    wayOut: ['own_guardians', 'private_talk'],
  },
  C20: {
    title: '作业当堂布置，不发给家长。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '学生作业教师要当堂布置,不得在交流群中发布。' },
      { seed: 'S1', article: 'S1c 高宏', quote: '不要在群里布置作业,评论作业。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C21: {
    title: '可以发当天的作业。',
    group: '内容',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)4', quote: '可以发布学生的每日家庭作业,可以发布一些有关教育信息。' },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 6',
        quote: '规定学生和家长可以查阅的信息范围,如课程表、作业通知、成绩查询等。',
      },
    ],
    wayOut: [],
  },
  C36: {
    title: '不借工作联系向家长要钱要物。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S3', article: 'S3 篇1 一.1', quote: '教师不得利用家校联系之便向家长索要钱物。' }],
    wayOut: ['fee_notice'],
  },
  C37: {
    title: '收费要有依据，校长批准后才发。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-4 二.3', quote: '杜绝一切乱收费现象,严防各种安全事故发生。' },
      { seed: 'S3', article: 'S3 篇3 一.3', quote: '尤其是针对老百姓关心的教育收费问题设立监察机制。' },
    ],
    wayOut: ['fee_notice', 'principal_approval'],
  },
  C13: {
    title: '不发红包。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C14: {
    title: '不集赞，不拉票。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)5', quote: '不发布私人原因的集赞、投票、推销等信息。' },
      { seed: 'S0', article: 'S0-5 四', quote: '不是做微商、拉投票、搞推销、做股票的信息平台' },
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '批评表扬不发,拉票评比不发。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C15: {
    title: '不团购，不拼单。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C19: {
    title: '不晒票数。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C16: {
    title: '募捐求助要有教育局许可号。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五不要三', quote: '未经区教育局许可的求助、慈善、募捐等活动信息不要发。' }],
    wayOut: ['permission_number'],
  },
  C17: {
    title: '不发任何募捐求助。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' }],
    wayOut: ['delete_sentence'],
  },
  C11: {
    title: '不放网址。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-2.7', quote: '严禁在群内发布其他网站链接,尤其是色情、病毒链接,一经发现,严肃处理。' },
    ],
    wayOut: ['delete_link'],
  },
  C12: {
    title: '只放学校认可的网址。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.7', quote: '禁止发布各种广告与广告链接等。' },
      { seed: 'S1', article: 'S1a 五不要四', quote: '与工作无关的言论、图片、链接等信息不要发。' },
      { seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' },
    ],
    wayOut: ['delete_link'],
  },
  C10: {
    title: '不做广告，不推销，不做微商。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.7', quote: '禁止发布各种广告与广告链接等。' },
      {
        seed: 'S0',
        article: 'S0-3 二(二)5',
        quote: '发布信息做到不传销、不传谣、不上传带有商业性质的广告或推销商品信息',
      },
      { seed: 'S0', article: 'S0-5 四', quote: '不是做微商、拉投票、搞推销、做股票的信息平台' },
      { seed: 'S0', article: 'S0-6.4', quote: '严禁发布广告或与家校无关的信息' },
      { seed: 'S0', article: 'S0-8(3)', quote: '禁止在平台中营销任何商业产品,避免对家长造成骚扰。' },
      { seed: 'S1', article: 'S1a 五不要四', quote: '如商业广告或商品营销,严禁教职员工成为“微商”。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C08: {
    title: '不侮辱人，不诋毁学校和师生。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.5', quote: '禁止诋毁学校及师生形象,禁止出现有违社会公德、不文明、侮辱性语言。' },
      {
        seed: 'S0',
        article: 'S0-3 二(二)3',
        quote: '家长不得在群内发布有关有损学校、教师、学生及家长形象的言论或发泄负面情绪的的负面信息',
      },
      {
        seed: 'S0',
        article: 'S0-7.7',
        quote: '严禁在微信群里发布有损学校、教师、学生及家长形象的言论或发泄负面情绪的不实信息。',
      },
      { seed: 'S1', article: 'S1b 三(二)2', quote: '不发不文明的语言,不发影响班级团队氛围的内容。' },
    ],
    wayOut: ['private_talk', 'edit'],
  },
  C09: {
    title: '不煽动，不威胁。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)4', quote: '不得发布带有煽动性、过激性的信息。' },
      { seed: 'S1', article: 'S1b 三(二)2', quote: '不得发布带有煽动性、威胁性的言论。' },
    ],
    wayOut: ['private_talk', 'edit'],
  },
  C27: {
    title: '不外传学校内部资料和试卷。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-2.3', quote: '严格保守国家机密及学校机密。' },
      { seed: 'S0', article: 'S0-9 二.2', quote: '群成员应严格保守公司秘密' },
    ],
    wayOut: ['edit'],
  },
  C38: {
    title: '不罚抄，不罚站，不挖苦孩子。',
    group: '内容',
    effect: '先审核',
    sources: [{ seed: 'S0', article: 'S0-4 二.2', quote: '严禁体罚、变相体罚、讽刺挖苦学生。' }],
    wayOut: ['edit'],
  },
  C34: {
    title: '看到就好，不用回“收到”。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 五不要三', quote: '一般性通知,原则上不点赞、不回复,避免“拍马屁群”的出现。' },
      { seed: 'S1', article: 'S1b 三(二)8', quote: '为了给家园群减负、家长不刷屏、不点赞不讨论无关话题。' },
    ],
    wayOut: ['contact_teacher'],
  },
  C01: {
    title: '同样的话不发第三遍。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-2.6', quote: '严禁恶意刷屏(相同的文字连续出现3次及以上视为刷屏)。' },
      { seed: 'S0', article: 'S0-3 一(二)5', quote: '严禁恶意刷屏(相同的文字连续出现3次及以上视为刷屏)。' },
    ],
    wayOut: ['edit'],
  },
  C02: {
    title: '一件事不反复说。',
    group: '内容',
    effect: '会提醒',
    sources: [{ seed: 'S0', article: 'S0-3 二(二)6', quote: '不能就同一信息多次刷屏。' }],
    wayOut: ['amend_first', 'send_anyway'],
  },
  C03: {
    title: '不连着发很多条。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.8', quote: '严禁恶意刷屏。' },
      { seed: 'S1', article: 'S1b 三(二)8', quote: '为了给家园群减负、家长不刷屏、不点赞不讨论无关话题。' },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
    ],
    wayOut: ['wait'],
  },
  C24: {
    title: '只关系一个孩子的事，私聊更好。',
    group: '内容',
    effect: '会提醒',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)7', quote: '探讨对个别孩子具体的教育问题请私聊。' },
      { seed: 'S0', article: 'S0-3 一(二)3', quote: '个别突出问题只能私信交流,打电话,到学校当面沟通,不得在群内交流。' },
      { seed: 'S0', article: 'S0-5 三', quote: '学生的个别私人问题,请家长和老师直接面对面沟通或电话联系。' },
      { seed: 'S0', article: 'S0-6.6', quote: '一些个别性问题可单独交流〔一对一,不打搅他人〕' },
      { seed: 'S0', article: 'S0-7.8', quote: '学生个体事件不在群内讨论,个别案例可与老师或者个别群成员私聊' },
    ],
    wayOut: ['private_talk', 'send_anyway'],
  },
  C26: {
    title: '转发的消息，请写明来源。',
    group: '内容',
    effect: '会提醒',
    sources: [
      { seed: 'S0', article: 'S0-7.6', quote: '严禁转发不经考证的信息,以免造成家长不必要的担忧和误解。' },
      { seed: 'S0', article: 'S0-8(7)', quote: '严禁编发没有根据的或未经核实的传言' },
    ],
    wayOut: ['add_source', 'send_anyway'],
  },
  C30: {
    title: '少用表情。',
    group: '内容',
    effect: '会提醒',
    sources: [
      { seed: 'S1', article: 'S1a 五要四', quote: '要文明有礼,一般不使用语音交流,不滥用私人化表情' },
      { seed: 'S1', article: 'S1b 三(一)4', quote: '多换位思考,多体谅家长,注意说话方式,传播正能量。' },
    ],
    wayOut: ['edit', 'send_anyway'],
  },
  C31: {
    title: '不发语音。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五要四', quote: '要文明有礼,一般不使用语音交流,不滥用私人化表情' }],
    wayOut: ['edit'],
  },
  C29: {
    title: '只用于家校沟通，不闲聊。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.4', quote: '微信群只用于家校沟通交流,不作聊天使用。' },
      {
        seed: 'S0',
        article: 'S0-3 一(二)3',
        quote: '本群只用于家校沟通交流,发布学校与班级相关信息为主,不做聊天使用。',
      },
      { seed: 'S0', article: 'S0-7.3', quote: '群成员在群内不谈家长里短、八卦新闻、生活琐事等闲话。' },
      { seed: 'S0', article: 'S0-9 二.3', quote: '班组交流群只用于公务,不得作其他私密交流' },
    ],
    wayOut: ['contact_teacher'],
  },
  C25: {
    title: '意见和建议单独提，老师和校长都能收到。',
    group: '内容',
    effect: '照此办理',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)3',
        quote: '如果对教师或学校有意见和建议请通过私聊或电话、电子邮件等方式向有关老师或学校领导提出',
      },
      { seed: 'S0', article: 'S0-6.5', quote: '如有意见或建议可以直接与老师沟通,也可以向学校直接反映。' },
      {
        seed: 'S1',
        article: 'S1b 三(二)1',
        quote: '家长对学校、老师有意见或建议,不要在群内发布,可以和班主任老师私聊。',
      },
    ],
    wayOut: ['private_talk'],
  },
  C04: {
    title: '遵守国家法律法规和网络信息管理规定。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.3', quote: '微信群交流必须遵守国家法律法规及相关网络信息管理规定。' },
      { seed: 'S1', article: 'S1b 一', quote: '严格遵守国家法律以及相关网络信息管理规定。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C05: {
    title: '不发不良政治倾向、宗教、色情、暴力内容。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.6', quote: '禁止出现不良政治倾向、宗教、色情、暴力等内容。' },
      { seed: 'S0', article: 'S0-8(6)', quote: '严禁在群内发布宗教、色情、暴力、赌博、病毒链接等内容。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C06: {
    title: '不发反动、迷信、虚假、庸俗信息。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S0',
        article: 'S0-6.2',
        quote: '严禁发布或转发反动、暴力、色情、迷信等违法违纪信息或图片,严禁发布虚假、庸俗信息',
      },
    ],
    wayOut: ['edit', 'human_review'],
  },
  N02: {
    title: '通知写明标题、正文、落款和日期。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五要五', quote: '要规范严谨,通知应当参照正规行文要求。' }],
    wayOut: ['fill_in'],
  },
  N12: {
    title: '每份通知选好类别。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.4',
        quote: '学校教职工在班班通上发布的信息必须按照学校的规定进展分类和整理。',
      },
    ],
    wayOut: ['fill_in'],
  },
  N03: {
    title: '通知写短，一次说清。',
    group: '内容',
    effect: '会提醒',
    sources: [{ seed: 'S1', article: 'S1c 赵彩玉3', quote: '内容简洁,一次把通知发清楚。' }],
    wayOut: ['amend_first', 'send_anyway'],
  },
  N04: {
    title: '要家长填写的，按时填写。',
    group: '内容',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)5', quote: 'QQ群做为一个通知平台,发布有关学校或班级信息要求家长填写、回复' },
    ],
    wayOut: ['contact_teacher'],
  },
  N05: {
    title: '没有特别说明，看过就行，不用回复。',
    group: '内容',
    effect: '照此办理',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)7',
        quote: '由班群老师统一发布的信息,无特殊说明群成员阅读后无需回复,防止没必要的刷屏,避免重要的信息被“淹没”',
      },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
      { seed: 'S1', article: 'S1a 五不要三', quote: '一般性通知,原则上不点赞、不回复' },
    ],
    wayOut: ['contact_teacher'],
  },
  N08: {
    title: '外出、停课、放假、收费，要家长签字。',
    group: '内容',
    effect: '会提醒',
    sources: [
      {
        seed: 'S3',
        article: 'S3 篇4.4',
        quote:
          '学校组织外出活动,停课、放假、收费及遇到其它重要情况,教师必须配合学校做好相应工作,以书面形式及时通知学生家长。',
      },
    ],
    wayOut: ['acknowledge'],
  },
} as const satisfies Record<string, RuleEntry>
