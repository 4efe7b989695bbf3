/** 说什么：模板对这一位说的话。 */

export const say = {
  title: '说什么',
  choose: '换一条',
  channelOf: '{{name}}（{{channel}}）',
  lacking: '{{name}}，缺{{what}}',
  copy: '复制',
  copied: '已复制要说的话',
  missing: '“{{name}}”这位说不了：缺{{what}}。换一条，或者到客户页补上。',
  unknown: '“{{name}}”里 {{what}} 不是能放进去的项，先到模板里改好。',
  none: '还没有{{channel}}用的模板。',
  write: '写一个',
  begin: '放一套常用的',
  banned_other: '有 {{count, number}} 处广告用词要留意',
  sms_other: '{{count, number}} 条短信',
  key: 'M 复制要说的话',
};
