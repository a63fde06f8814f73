// Decides whether what is told of children is told apart: a fault from a duty list, a penance from a drill.
import { comment, judgeText, pactOf, privately } from './judging'

const names = (...all: string[]) => ({ roster: all.map((name) => ({ name })) })
const CLASS = names('赵子航', '李沐晴', '王浩宇', '高歌', '安静', '方便', '石磊', '白雪')

describe('C22 given a fault told as a story, when it is judged, then it is refused though no word judges', () => {
  it.each([
    '王浩宇下午趁老师不在，把同桌的橡皮切成小块弹着玩，前后三排都遭殃了。',
    '李沐晴这礼拜第三次把饭倒进厕所，保洁阿姨捞了半天。',
    '赵子航用水枪把隔壁班两个女生的衣服滋得透湿，人家妈妈都找过来了。',
    '桌椅今早没有摆过，石磊那一组昨天就走了，这是第二回。',
    '方便走时没关灯也没倒垃圾，其余同学按时完成。',
  ])('%s', (text) => {
    expect(judgeText(text, {}, CLASS).verdict).toBe('refuse')
  })
})

describe('C22 given children named for a duty, a part or a thank-you, when it is judged, then it passes', () => {
  it.each([
    '明天值日：扫地 赵子航、李沐晴；拖地 王浩宇；倒垃圾 石磊。',
    '绘本剧角色：大灰狼由石磊扮演，偷吃面包的小老鼠是高歌，小猪是王浩宇。',
    '感谢王浩宇爸爸昨天修好了撞坏的窗户，也谢谢赵子航妈妈。',
    '白雪还没化，路面结冰，迟到一会儿不要紧，请保持安静，马上开门。',
  ])('%s', (text) => {
    expect(judgeText(text, {}, CLASS).verdict).toBe('allow')
  })
})

it('C23 given an everyday word that is a name, when it is said of a person, then the judgement is found', () => {
  const { reasons } = judgeText('安静这丫头看着老实，其实鬼点子多，净带坏别人', comment, CLASS)
  expect(reasons[0]?.rule).toBe('C23')
})

describe('C23 given somebody else’s child as 这孩子, when nothing kind is said, then the judgement is found', () => {
  it.each([
    ['王浩宇那孩子跟谁都处不来', 'C23'],
    ['石磊这小鬼嘴里没一句实话', 'C23'],
    ['赵子航这孩子真懂事，见了我老远就喊奶奶', 'P05'],
  ])('%s', (text, rule) => {
    expect(judgeText(text, comment, CLASS).reasons[0]?.rule).toBe(rule)
  })
})

it('P05 given more praise than fault, when it is judged where praise is allowed, then it passes', () => {
  const text = '表扬石磊，主动把打翻的颜料擦得干干净净，真棒！'
  expect(judgeText(text, {}, CLASS, pactOf('open', 'G02')).verdict).not.toBe('refuse')
})

it('C28 given a number called an identity number, or digits in capitals, when a class would see it, then it is refused', () => {
  expect(judgeText('王浩宇身份证622301201703124417，请核对').verdict).toBe('refuse')
  expect(judgeText('高歌妈妈手机壹叁玖 二七一 六零零 三三', comment, CLASS).reasons[0]?.rule).toBe('C28')
  expect(judgeText('共计壹仟叁佰玖拾柒元').reasons.map(({ rule }) => rule)).not.toContain('C28')
})

describe('C38 given something to bear, when it answers a failing, then it is held', () => {
  it.each([
    ['没戴红领巾的几个今天中午不许吃水果，蹲着把操场绕完两圈再回教室。', {}, 'hold'],
    ['谁再在教室追跑，谁就打扫一个星期厕所，我说话算话。', {}, 'hold'],
    ['体育课练习蛙跳和蹲起，请穿运动鞋，跑两圈热身。', {}, 'allow'],
    ['地震演练时孩子蹲到桌下，听到哨声到操场站好。', {}, 'allow'],
    ['您反映的罚抄一事我已核实，当天就停止了。', privately, 'allow'],
  ])('%s', (text, post, verdict) => {
    expect(judgeText(text, post, CLASS).verdict).toBe(verdict)
  })
})

describe('C18 given results in other clothes, when they are shown, then they are refused', () => {
  it.each([
    '赵子航九十二，李沐晴八十八，王浩宇七十九，别的我晚上统计完再发。',
    '本周小红花汇总：赵子航 14朵、李沐晴 12朵、王浩宇 3朵。',
    '口算第二轮 赵子航 4分12秒 错0 李沐晴 7分40秒 错9',
    '语文小测，前三：赵子航、李沐晴、石磊。',
  ])('%s', (text) => {
    expect(judgeText(text, {}, CLASS).reasons.map(({ rule }) => rule)).toContain('C18')
  })
  it.each([
    '校服尺码登记：赵子航130、李沐晴120、王浩宇140。',
    '科学展位：A1 赵子航 李沐晴，A2 王浩宇 石磊，三年级第3单元。',
  ])('C18 given numbers that measure nobody, then %s passes', (text) => {
    expect(judgeText(text, {}, CLASS).reasons.map(({ rule }) => rule)).not.toContain('C18')
  })
})

describe('C20 given tasks named by their paper, when they are for home, then they are refused', () => {
  it.each([
    ['数学：练习册P12-13，口算一页半，家长批改写日期。', 'refuse'],
    ['周末小任务：做一个会转的纸风车，周一带来评比。', 'refuse'],
    ['孩子们今天读《高兴的一天》，笑成一片，第二遍又听得很安静。', 'allow'],
    ['练习的卷子已经发给孩子，请家长看看，鼓励为主。', 'allow'],
  ])('%s', (text, verdict) => {
    expect(judgeText(text, {}, CLASS).verdict).toBe(verdict)
  })
})
