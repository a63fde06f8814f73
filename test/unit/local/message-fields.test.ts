// Decides that the stand-in refuses of a message's fields what WeChat's page on them refuses, and takes the rest.
import { faultOf } from '../../../local/cloud/open-api/message-fields'

const say = (field: string, value: unknown) => faultOf({ [field]: { value } }, undefined)

test.each([
  ['thing1', '三（2）班 家长会，请准时参加！'],
  ['thing1', '二'.repeat(20)],
  ['number2', '3.5'],
  ['number2', 12],
  ['letter1', 'ABC'],
  ['symbol1', '￥，'],
  ['character_string6', 'KHDD-2026/09'],
  ['time4', '15:01'],
  ['time4', '2019年10月1日 15:01'],
  ['time4', '15:01~16:30'],
  ['date2', '2019年10月1日'],
  ['date2', '2026-09-01~2026-09-03'],
  ['date2', '2019年10月1日 15:01'],
  ['date2', '10月1日'],
  ['amount1', '￥120.5元'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name3', '语文王老师'],
  ['name3', 'Anne-Marie'],
  ['phrase5', '请签字'],
])('%s takes %j', (field, value) => {
  expect(say(field, value)).toBeUndefined()
})

test.each([
  ['thing1', '家长会\n通知'],
  ['thing1', '二'.repeat(21)],
  ['thing1', '通知\u200b'],
  ['number2', '三'],
  ['number2', '1'.repeat(33)],
  ['letter1', 'A1'],
  ['symbol1', '，，，，，，'],
  ['character_string6', '编号1'],
  ['time4', '2019年10月1日'],
  ['time4', '25:00'],
  ['date2', '明天'],
  ['date2', '15:01'],
  ['amount1', '一百元'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z8888挂'],
  ['name3', '3D打印与编程阿依古'],
  ['name3', '阿依古丽·买买提'],
  ['name3', '十一个汉字的名字是这样的'],
  ['phrase5', '请尽快签字吧'],
  ['phrase5', 'OK'],
])('%s does not take %j', (field, value) => {
  expect(say(field, value)).toBe(`data.${field}.value invalid`)
})

test.each([
  ['thing1', ''],
  ['thing1', '  '],
  ['thing1', undefined],
  ['thing1', { a: 1 }],
])('%s of %j is empty', (field, value) => {
  expect(say(field, value)).toBe('data.thing1.value is empty')
})

test('a field of the template that is missing is empty', () => {
  expect(faultOf({ thing1: { value: '通知' } }, ['thing1', 'time4'])).toBe('data.time4.value is empty')
  expect(faultOf(undefined, ['thing1'])).toBe('data.thing1.value is empty')
})
